import type { Clock } from '../../../effects/index.ts';
import type { ToWriter } from '../messages.ts';
import type { Inbox } from './batch-source.ts';

/** Waking a thread takes about half of this, in milliseconds. */
const SPIN_MS = 0.1;
/** After as many looks in vain as two to this power, one is tried again. */
const RAREST = 6;

/**
 * Looks for the next message for a moment before the thread goes to sleep: a caller that waits for each of
 * its commits sends the next batch at once, and the time to wake up would be a good part of a commit. Where
 * it was in vain, it is done more and more rarely.
 */
export const spinning = (inbox: Inbox, clock: Clock): (() => ToWriter | undefined) => {
  let misses = 0;
  let passes = 0;
  return () => {
    const end = passes > 0 ? Number.NEGATIVE_INFINITY : clock.elapsed() + SPIN_MS;
    do {
      const message = inbox.receive();
      if (message) {
        misses = 0;
        passes = 0;
        return message;
      }
    } while (clock.elapsed() < end);
    if (passes > 0) {
      passes -= 1;
    } else {
      misses = Math.min(misses + 1, RAREST);
      passes = 2 ** misses - 2;
    }
    return undefined;
  };
};
