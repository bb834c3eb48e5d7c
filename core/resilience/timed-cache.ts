import type { Clock } from '../effects/index.ts';

/** Values that are forgotten after a time, and the least recently used ones when there are too many. */
export interface TimedCache<Value> {
  /** The value of a key that is at most `ttlMs` old. */
  readonly get: (key: string, ttlMs: number) => Value | undefined;
  readonly put: (key: string, value: Value) => void;
  readonly clear: () => void;
}

export const createTimedCache = <Value>(most: number, clock: Clock): TimedCache<Value> => {
  /** Least recently used first. */
  const kept = new Map<string, { readonly value: Value; readonly atMs: number }>();
  return {
    get: (key, ttlMs) => {
      const entry = kept.get(key);
      if (!entry) return undefined;
      // Others may accept an older value, so it stays.
      if (clock.elapsed() - entry.atMs >= ttlMs) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    put: (key, value) => {
      kept.delete(key);
      kept.set(key, { value, atMs: clock.elapsed() });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
    clear: () => kept.clear(),
  };
};
