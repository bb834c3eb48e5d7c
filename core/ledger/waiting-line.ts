import type { Clock } from '../effects/index.ts';

/** Other processes tell nothing, so the head of the queue looks by itself after so many milliseconds. */
const LOOK_EVERY_MS = 200;

/** Calls of this process that wait for room, in their order: the first one asks, the others wait behind it. */
export interface WaitingLine {
  /** Asks when its turn has come and at every news, until the answer is not null. Rejects when the signal fires. */
  inTurn<T>(signal: AbortSignal, ask: () => Promise<T | null>): Promise<T>;
  /** Something was settled or given back. */
  wake(): void;
}

export const createWaitingLine = (clock: Clock): WaitingLine => {
  let last: Promise<unknown> = Promise.resolve();
  let news = new AbortController();
  /** True when something was settled since the head asked last. */
  let fresh = true;

  return {
    inTurn: <T>(signal: AbortSignal, ask: () => Promise<T | null>): Promise<T> => {
      const mine = last.then(async () => {
        for (;;) {
          signal.throwIfAborted();
          if (!fresh)
            await clock.sleep(LOOK_EVERY_MS, AbortSignal.any([signal, news.signal])).catch(() => {});
          signal.throwIfAborted();
          fresh = false;
          news = new AbortController();
          const answer = await ask();
          if (answer === null) continue;
          // Whoever comes next has not asked yet.
          fresh = true;
          return answer;
        }
      });
      last = mine.catch(() => {
        fresh = true;
      });
      return mine;
    },
    wake: () => {
      fresh = true;
      news.abort();
    },
  };
};
