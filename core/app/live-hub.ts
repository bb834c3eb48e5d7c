import type { LiveSignal } from '../contract/index.ts';

type Listener = (signal: LiveSignal) => void;

/** Hands live signals of running sessions to whoever watches them now; keeps nothing. */
export interface LiveHub {
  readonly publish: (sessionId: string, signal: LiveSignal) => void;
  readonly subscribe: (sessionId: string, listener: Listener) => () => void;
}

export const createLiveHub = (): LiveHub => {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish: (sessionId, signal) => {
      const some = listeners.get(sessionId);
      if (some) for (const listener of some) listener(signal);
    },
    subscribe: (sessionId, listener) => {
      const some = listeners.get(sessionId) ?? new Set();
      some.add(listener);
      listeners.set(sessionId, some);
      return () => {
        some.delete(listener);
        if (some.size === 0) listeners.delete(sessionId);
      };
    },
  };
};
