import type { Clock } from '../../../effects/index.ts';
import type { ToWriter } from '../messages.ts';
import { openPatience } from '../patience.ts';
import type { Inbox } from './batch-source.ts';

/** Waking a thread takes about half of this, in milliseconds. */
const SPIN_MS = 0.1;

/**
 * Looks for the next message for a moment before the thread goes to sleep: a caller that waits for each of
 * its commits sends the next batch at once, and the time to wake up would be a good part of a commit.
 */
export const spinning = (inbox: Inbox, clock: Clock): (() => ToWriter | undefined) => {
  const patience = openPatience(clock, SPIN_MS);
  return () => {
    const end = patience.begin();
    do {
      const message = inbox.receive();
      if (message) {
        patience.found();
        return message;
      }
    } while (end !== null && clock.elapsed() < end);
    if (end !== null) patience.missed();
    return undefined;
  };
};
