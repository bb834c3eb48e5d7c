import type { Clock } from './effects.ts';

/** Milliseconds between two beginnings: about what a turn of a session takes of the main thread. */
const APART_MS = 0.25;
/** Shorter waits are none: no timer is as exact. */
const SHORTEST_WAIT_MS = 1;

/** Gives each that asks a beginning of its own; whoever asks alone begins at once. */
export const stagger = (elapsed: () => number, sleep: (ms: number) => Promise<void>): Clock['stagger'] => {
  let latest = Number.NEGATIVE_INFINITY;
  return () => {
    const now = elapsed();
    latest = Math.max(now, latest + APART_MS);
    return latest - now < SHORTEST_WAIT_MS ? null : sleep(latest - now);
  };
};
