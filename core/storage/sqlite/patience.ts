import type { Clock } from '../../effects/index.ts';

/** Says how long it is worth while to look for something again and again before going to sleep. */
export interface Patience {
  /** Until when to look this time, by `clock.elapsed()`; null: not at all. */
  begin(): number | null;
  found(): void;
  /** Nothing came until then. */
  missed(): void;
}

/** After as many times in vain as two to this power, one is tried again. */
const RAREST = 6;

/** Looks for `ms` milliseconds; where that was in vain, more and more rarely. */
export const openPatience = (clock: Clock, ms: number): Patience => {
  let misses = 0;
  let passes = 0;
  return {
    begin: () => {
      if (passes > 0) {
        passes -= 1;
        return null;
      }
      return clock.elapsed() + ms;
    },
    found: () => {
      misses = 0;
      passes = 0;
    },
    missed: () => {
      misses = Math.min(misses + 1, RAREST);
      passes = 2 ** misses - 2;
    },
  };
};
