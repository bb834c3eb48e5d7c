import type { Clock } from '../../effects/index.ts';
import { isBusy } from './storage-failure.ts';

/** How long another writer is waited for before "locked" is said, in milliseconds. */
export const LOCKED_AFTER_MS = 5_000;
const PAUSE_MS = 1;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tries again every millisecond while another connection holds the lock, for five seconds. SQLite's own
 * waiting grows to 100 ms between two tries, and a process that commits without a break would starve ours.
 * Blocks its thread: for worker threads only.
 */
export const whileBusy = <T>(clock: Clock, attempt: () => T, limitMs = LOCKED_AFTER_MS): T => {
  const deadline = clock.elapsed() + limitMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || clock.elapsed() >= deadline) throw error;
      Atomics.wait(sleeper, 0, 0, PAUSE_MS);
    }
  }
};
