import type { Clock } from '../../effects/index.ts';
import { clientError } from '../client-error.ts';
import { type StreamName, streams } from '../procedure-names.ts';
import type { StreamInput } from '../rpc-client.ts';

/** First and longest wait before the next try, and when trying ends; all in milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const PATIENCE_MS = 60_000;

export type Connection = 'connected' | 'lost';

interface ResumableOptions {
  readonly clock: Clock;
  readonly onConnection?: (connection: Connection) => void;
}

/**
 * A stream that outlives a lost connection: it is opened again after the last message that marked a place.
 * Messages that mark none (like partial text) may come twice. Throws `host/unreachable` when nothing answers
 * for a minute, and every other error at once.
 */
export async function* resumable(
  name: StreamName,
  input: StreamInput,
  open: (input: StreamInput, opened: () => void) => AsyncIterable<unknown>,
  signal: AbortSignal,
  { clock, onConnection }: ResumableOptions,
): AsyncGenerator<unknown, void, undefined> {
  const point = streams[name];
  let from = input;
  let lostAt: number | undefined;
  let wait = FIRST_WAIT_MS;
  const opened = () => {
    if (lostAt !== undefined) onConnection?.('connected');
    lostAt = undefined;
    wait = FIRST_WAIT_MS;
  };
  for (;;) {
    try {
      for await (const message of open(from, opened)) {
        const after = point?.after(message);
        if (point && after !== undefined) from = { ...from, [point.key]: after };
        yield message;
      }
      return;
    } catch (thrown) {
      const error = clientError(thrown);
      if (signal.aborted || error.code !== 'host/unreachable') throw error;
      if (lostAt === undefined) onConnection?.('lost');
      lostAt ??= clock.elapsed();
      if (clock.elapsed() - lostAt >= PATIENCE_MS) throw error;
      await clock.sleep(wait, signal);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}
