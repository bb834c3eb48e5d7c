import type { RunEvent, SessionSummary, StreamId, Turn, TurnHit } from '../../contract/index.ts';
import { SYSTEM_STREAM } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { EventStore, Head, PartialText, QuarantinedEvent, ReadOptions } from '../event-store.ts';
import type { ReservationStore } from '../reservations.ts';
import { READ_WIDTH, type ReadBatch } from './reader/read-events.ts';
import type { SessionPage } from './reader/session-list.ts';
import type { TurnPage } from './reader/turn-pages.ts';
import type { VerifyProgress, VerifyStep } from './reader/verify-stream.ts';
import type { ReaderClient } from './reader-client.ts';
import type { StoredBatch } from './tail-stream.ts';
import { toAgentNetError } from './to-agent-net-error.ts';
import { unknownSession } from './writer/leases.ts';
import type { WriterClient } from './writer-client.ts';

type ReadMethods = Pick<
  EventStore,
  | 'head'
  | 'read'
  | 'quarantined'
  | 'partials'
  | 'owner'
  | 'sessions'
  | 'session'
  | 'interrupted'
  | 'turns'
  | 'search'
  | 'verify'
  | 'statistics'
>;

export interface StoreReads extends ReadMethods {
  /** Like `read`, and says how far it looked. */
  batches(stream: StreamId, options: ReadOptions): AsyncGenerator<StoredBatch>;
  costs: ReservationStore['costs'];
  calls: ReservationStore['calls'];
}

/** Rows in one message: the main thread parses them in a millisecond or two. */
const ROWS_AT_ONCE = 500;
const TURNS_AT_ONCE = 100;

/** What the port answers from the reader thread, the projections brought up to date first. */
export const storeReads = (writer: WriterClient, reader: ReaderClient, clock: Clock): StoreReads => {
  /** A full disk or a locked database keeps nobody from reading what is there. */
  const refresh = (fullText = false): Promise<{ readonly failure?: unknown }> =>
    writer.request({ kind: 'refresh', fullText }).then(
      () => ({}),
      (failure: unknown) => ({ failure }),
    );

  async function* batches(stream: StreamId, options: ReadOptions): AsyncGenerator<StoredBatch> {
    let after = options.after ?? 0;
    let left = options.limit ?? Number.MAX_SAFE_INTEGER;
    const { without = [], withoutAnswers = false } = options;
    const ask = (): Promise<ReadBatch> => {
      const limit = Math.min(left, ROWS_AT_ONCE);
      return reader.ask<ReadBatch>({ kind: 'read', stream, after, limit, without, withoutAnswers });
    };
    let next: Promise<ReadBatch> | null = left > 0 ? ask() : null;
    while (next) {
      const { rows, through, end } = await next;
      after = through;
      left -= rows.length / READ_WIDTH;
      // The thread reads on while these are looked at.
      next = end || left <= 0 ? null : ask();
      next?.catch(() => {});
      yield { events: toEvents(stream, rows), through };
    }
  }

  return {
    batches,
    read: async function* (stream, options = {}) {
      for await (const { events } of batches(stream, options)) if (events.length > 0) yield events;
    },
    costs: async (query) => {
      await refresh();
      return reader.ask({ kind: 'costs', query });
    },
    calls: async (query) => {
      await refresh();
      return reader.ask({ kind: 'cost-calls', query });
    },
    head: (stream) => reader.ask<Head | undefined>({ kind: 'head', stream }),
    quarantined: async (stream) => {
      const all: QuarantinedEvent[] = [];
      for (let after = 0, end = false; !end; ) {
        const found = await reader.ask<{ found: QuarantinedEvent[]; through: number; end: boolean }>({
          kind: 'quarantined',
          stream,
          after,
        });
        all.push(...found.found);
        after = found.through;
        end = found.end;
      }
      return all;
    },
    partials: (sessionId) => reader.ask<PartialText[]>({ kind: 'partials', sessionId }),
    owner: (sessionId) => reader.ask({ kind: 'owner', sessionId, now: clock.now() }),
    sessions: async (query) => {
      await refresh();
      return reader.ask<SessionPage>({ kind: 'sessions', query, now: clock.now() });
    },
    session: async (sessionId) => {
      const { failure } = await refresh();
      const found = await reader.ask<SessionSummary | undefined>({
        kind: 'session',
        sessionId,
        now: clock.now(),
      });
      // Its events are there and not folded yet: unknown it is not.
      if (!found && failure && (await reader.ask({ kind: 'head', stream: sessionId }))) throw failure;
      return found;
    },
    interrupted: async () => {
      await refresh();
      return reader.ask<SessionSummary[]>({ kind: 'interrupted', now: clock.now() });
    },
    turns: async (sessionId, after, limit) => {
      await refresh();
      const items: Turn[] = [];
      for (let looked = 0; ; ) {
        const size = Math.min(limit - looked, TURNS_AT_ONCE);
        const request = { kind: 'turns', sessionId, after: after + looked, limit: size } as const;
        const page = await reader.ask<TurnPage>(request);
        for (const text of page.texts) items.push(JSON.parse(text) as Turn);
        looked += page.looked;
        if (looked >= limit || page.looked < size) return { items, total: page.total };
      }
    },
    search: async (query, limit) => {
      await refresh(true);
      return reader.ask<TurnHit[]>({ kind: 'search', query, limit });
    },
    verify: async (stream) => {
      await refresh();
      let progress: VerifyProgress | null = null;
      for (;;) {
        const step: VerifyStep = await reader.ask<VerifyStep>({ kind: 'verify', stream, progress });
        if (step.kind === 'more') {
          progress = step.progress;
          continue;
        }
        const isThere = step.result.events > 0 || stream === SYSTEM_STREAM;
        if (!isThere && !(await reader.ask<Head | undefined>({ kind: 'head', stream }))) {
          throw toAgentNetError(unknownSession(stream));
        }
        return step.result;
      }
    },
    statistics: async () => {
      const { events, bytes } = await reader.ask<{ events: number; bytes: number }>({
        kind: 'statistics',
      });
      return { events, bytes, commits: writer.commits };
    },
  };
};

const toEvents = (stream: StreamId, rows: ReadBatch['rows']): readonly RunEvent[] => {
  const events: RunEvent[] = [];
  for (let index = 0; index < rows.length; index += READ_WIDTH) {
    events.push({
      seq: rows[index],
      session_id: stream,
      type: rows[index + 1],
      version: rows[index + 2],
      at: rows[index + 3],
      data: JSON.parse(rows[index + 4] as string),
      prev: rows[index + 5],
      hash: rows[index + 6],
    } as RunEvent);
  }
  return events;
};
