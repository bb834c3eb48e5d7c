import type { RunEvent } from '../../contract/index.ts';
import type { ChangeFeed } from './change-feed.ts';

export interface StoredBatch {
  readonly events: readonly RunEvent[];
  /** Last sequence number that was looked at, unreadable rows included. */
  readonly through: number;
}

export interface TailOptions {
  readonly sessionId: string;
  readonly after: number;
  readonly signal: AbortSignal;
  readonly feed: ChangeFeed;
  /** True while this process holds the session: then nobody else writes it. */
  readonly isOwnedHere: () => boolean;
  /** Whether the store holds nothing beyond `after`, as far as this process knows without asking. */
  readonly isCurrent: (after: number) => boolean;
  readonly read: (after: number) => AsyncIterable<StoredBatch>;
  /** Whether the stream has any event; a session may have been deleted by another process. */
  readonly isThere: () => Promise<boolean>;
}

/** Commits kept for a slow reader; when more come they are read from the database instead. */
const MOST_WAITING = 256;

/** Stored events after `after`, then every later one after its commit, until the signal fires or the session is deleted. */
export async function* tailStream(options: TailOptions): AsyncGenerator<readonly RunEvent[]> {
  const { sessionId, signal, feed } = options;
  let position = options.after;
  let waiting: (readonly RunEvent[])[] = [];
  let behind = !options.isCurrent(position);
  let deleted = false;
  let wake = () => {};
  const unsubscribe = feed.listen((change) => {
    if (change.kind === 'foreign') {
      if (options.isOwnedHere()) return;
      behind = true;
    } else if (change.sessionId !== sessionId) {
      return;
    } else if (change.kind === 'deleted') {
      deleted = true;
    } else if (!behind) {
      waiting.push(change.events);
      if (waiting.length > MOST_WAITING) {
        waiting = [];
        behind = true;
      }
    }
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted && !deleted) {
      if (behind) {
        // Commits told from here on are behind what is read now, or in it.
        behind = false;
        waiting = [];
        const before = position;
        for await (const batch of options.read(position)) {
          position = Math.max(position, batch.through);
          if (signal.aborted) return;
          if (batch.events.length > 0) yield batch.events;
        }
        if (position > 0 && position === before && !(await options.isThere())) return;
        continue;
      }
      const events = waiting.shift();
      if (!events) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const fresh = events.filter(({ seq }) => seq > position);
      const first = fresh[0];
      if (!first) continue;
      if (first.seq !== position + 1) {
        behind = true;
        continue;
      }
      position = fresh.at(-1)?.seq ?? position;
      yield fresh;
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', onAbort);
  }
}
