import { afterTurn } from './after-turn.ts';
import type { Clock, Effects } from './effects.ts';
import { fairTurns } from './fair-turns.ts';
import { stagger } from './stagger.ts';

/** Timers longer than this (24.8 days) overflow and would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const realClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
        Math.min(ms, LONGEST_TIMER_MS),
      );
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
  schedule: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  breathe: fairTurns(() => performance.now(), afterTurn),
  stagger: stagger(
    () => performance.now(),
    (ms) => realClock.sleep(ms),
  ),
};

export const realEffects: Effects = { clock: realClock, ids: { uuid: () => crypto.randomUUID() } };
