import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import { explainError, isAbort } from '../words/explain-error.ts';
import type { ToastStore } from './toast-store.ts';

const ToastContext = createContext<ToastStore | null>(null);

export const ToastProvider = ToastContext;

const useToastStore = (): ToastStore => {
  const store = useContext(ToastContext);
  if (store === null) throw new Error('news need a ToastProvider above them');
  return store;
};

export const useToasts = () => {
  const store = useToastStore();
  return [useStore(store, (state) => state.toasts), store.close] as const;
};

/**
 * Does something for the user and says when it failed; with `done` also when it worked. What has changed is shown
 * by the screens themselves, from the tail.
 */
export const useAct = () => {
  const store = useToastStore();
  return useCallback(
    async <T,>(work: () => Promise<T>, done?: string): Promise<T | undefined> => {
      try {
        const result = await work();
        if (done !== undefined) store.show({ mark: 'done', title: done });
        return result;
      } catch (error) {
        if (isAbort(error)) return undefined;
        const { title, details } = explainError(error);
        store.show({ mark: 'failed', title, ...(details.length > 0 && { detail: details.join(' ') }) });
        return undefined;
      }
    },
    [store],
  );
};
