import type { StoreChange } from '../event-store.ts';

/** Tells listeners of this process what was committed. */
export interface ChangeFeed {
  tell(change: StoreChange): void;
  /** Returns the unsubscriber. */
  listen(listener: (change: StoreChange) => void): () => void;
}

/** `watchForeign` is told when the first listener comes and when the last one goes. */
export const openChangeFeed = (watchForeign: (on: boolean) => void): ChangeFeed => {
  const listeners = new Set<{ readonly listener: (change: StoreChange) => void }>();
  return {
    tell: (change) => {
      for (const { listener } of [...listeners]) listener(change);
    },
    listen: (listener) => {
      const entry = { listener };
      listeners.add(entry);
      if (listeners.size === 1) watchForeign(true);
      return () => {
        if (listeners.delete(entry) && listeners.size === 0) watchForeign(false);
      };
    },
  };
};
