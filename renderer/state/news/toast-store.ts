import { createStore } from 'zustand/vanilla';

interface Toast {
  readonly id: number;
  readonly mark: 'done' | 'failed' | 'flagged';
  readonly title: string;
  readonly detail?: string;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const MOST_AT_ONCE = 4;

/** Short news, newest last; the oldest make room. */
export const createToastStore = () => {
  const store = createStore<ToastState>(() => ({ toasts: [] }));
  let last = 0;
  return {
    ...store,
    show: (toast: Omit<Toast, 'id'>) => {
      last += 1;
      store.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id: last }].slice(-MOST_AT_ONCE) }));
    },
    close: (id: number) =>
      store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  };
};

export type ToastStore = ReturnType<typeof createToastStore>;
