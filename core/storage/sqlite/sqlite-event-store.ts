import {
  AgentNetError,
  type EventDraft,
  eventCatalog,
  type RunEvent,
  type SessionId,
  SYSTEM_STREAM,
} from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import { genesisHash } from '../event-chain.ts';
import type { EventStore, Head, Owner, SessionWriter } from '../event-store.ts';
import type { Amounts, ReservationAnswer, TimeAnswer } from '../reservations.ts';
import { canonicalData } from '../seal-draft.ts';
import { settlementOf } from '../settlement-of.ts';
import { openChangeFeed } from './change-feed.ts';
import { graphRequests } from './graph-requests.ts';
import type { GroupOperation, SystemSeal } from './messages.ts';
import type { ReaderClient } from './reader-client.ts';
import { SqliteSessionWriter } from './sqlite-session-writer.ts';
import { storeReads } from './store-reads.ts';
import { tailStream } from './tail-stream.ts';
import { toAgentNetError } from './to-agent-net-error.ts';
import type { DeletedSession } from './writer/delete-session.ts';
import { ownedElsewhere } from './writer/leases.ts';
import type { WriterClient } from './writer-client.ts';

export interface SqliteEventStoreParts {
  readonly effects: Effects;
  readonly writer: WriterClient;
  readonly reader: ReaderClient;
}

/** The port over its two threads. */
export const createSqliteEventStore = ({ effects, writer, reader }: SqliteEventStoreParts): EventStore => {
  const writers = new Map<string, SqliteSessionWriter>();
  /** Sessions that are being taken or created right now. */
  const claims = new Set<string>();
  const feed = openChangeFeed((on) => {
    writer.request({ kind: 'watch-foreign', on }).catch(() => {});
  });
  writer.onForeign(() => feed.tell({ kind: 'foreign' }));
  const closing = new AbortController();
  const reads = storeReads(writer, reader, effects.clock);

  const submit = (operation: GroupOperation): Promise<unknown> =>
    new Promise((resolve, reject) =>
      writer.submit(operation, (outcome) =>
        outcome.ok ? resolve(outcome.value) : reject(toAgentNetError(outcome.failure)),
      ),
    );

  /** A new session's writer is there at once: what it is given waits behind its lease. */
  const hold = async (
    kind: 'create-session' | 'take-session',
    sessionId: SessionId,
    owner: Owner,
  ): Promise<SessionWriter> => {
    refuseSystem(sessionId);
    if (writers.has(sessionId) || claims.has(sessionId))
      throw toAgentNetError(ownedElsewhere(sessionId, owner));
    claims.add(sessionId);
    try {
      const token = effects.ids.uuid();
      const lease = { sessionId, token, owner, now: effects.clock.now() };
      const isNew = kind === 'create-session';
      const held = new SqliteSessionWriter({
        sessionId,
        token,
        ownerId: owner.ownerId,
        head: isNew ? { count: 0, hash: genesisHash(sessionId) } : ((await submit({ kind, lease })) as Head),
        begins: isNew ? { kind, lease } : null,
        client: writer,
        clock: effects.clock,
        committed: (events) => feed.tell({ kind: 'events', sessionId, events }),
        closed: () => writers.delete(sessionId),
      });
      writers.set(sessionId, held);
      // Sessions that are begun at once come to this place at once: each has time for its first turn before the next.
      const others = isNew ? effects.clock.stagger() : effects.clock.breathe();
      if (others) await others;
      return held;
    } finally {
      claims.delete(sessionId);
    }
  };

  const tellSystem = (events: readonly RunEvent[]): void =>
    feed.tell({ kind: 'events', sessionId: SYSTEM_STREAM, events });

  return {
    ...reads,
    createSession: (id, owner) => hold('create-session', id, owner),
    takeSession: (id, owner) => hold('take-session', id, owner),
    appendSystem: async (drafts, at) => {
      if (drafts.length === 0) return [];
      const sealed = drafts.map(({ type, data }) => ({ type, ...canonicalData(data) }));
      const rows = sealed.flatMap(({ type, text }) => [type, eventCatalog[type].version, at, text]);
      const settlements = drafts.map(settlementOf).filter((one) => one !== null);
      const operation = {
        kind: 'append-system',
        rows,
        ...(settlements.length > 0 && { settlements }),
      } as const;
      const seals = (await submit(operation)) as readonly SystemSeal[];
      const events = sealed.map(({ type, data }, index) =>
        systemEvent({ type, data } as EventDraft, at, seals[index]),
      );
      tellSystem(events);
      return events;
    },
    reservations: {
      reserve: (request) =>
        submit({ kind: 'reserve', sessionId: request.sessionId, request }) as Promise<ReservationAnswer>,
      holdTime: (request) =>
        submit({ kind: 'hold-time', sessionId: request.sessionId, request }) as Promise<TimeAnswer>,
      spent: (sessionId, scope, key) => submit({ kind: 'spent', sessionId, scope, key }) as Promise<Amounts>,
      release: async (sessionId, callId) => {
        await submit({ kind: 'release-reservation', sessionId, callId });
      },
      keepOnly: async (sessionId, callIds) => {
        await submit({ kind: 'keep-reservations', sessionId, callIds });
      },
      spending: (scope, key) => reader.ask({ kind: 'spending', scope, key }),
      spendingKeys: (scope) => reader.ask({ kind: 'spending-keys', scope }),
      reservedMicroUsd: () => reader.ask({ kind: 'reserved' }),
      costs: reads.costs,
      calls: reads.calls,
    },
    graphs: graphRequests({
      change: (change) => writer.request({ kind: 'change-graphs', change }),
      ask: (question) => reader.ask({ kind: 'graphs', question }),
      refresh: () => writer.request({ kind: 'refresh', fullText: false }).catch(() => {}),
      tell: (draft, at, seal) => tellSystem([systemEvent(draft, at, seal)]),
    }),
    tail: (stream, after, signal) => {
      const own = () => writers.get(stream);
      return tailStream({
        sessionId: stream,
        after,
        signal: AbortSignal.any([signal, closing.signal]),
        feed,
        isOwnedHere: () => own() !== undefined,
        isCurrent: (position) => {
          const held = own();
          return held !== undefined && held.head.count - held.pending === position;
        },
        read: (position) => reads.batches(stream, { after: position }),
        isThere: async () => (await reads.head(stream)) !== undefined,
      });
    },
    onChange: (listener) => feed.listen(listener),
    deleteSession: async (id, at) => {
      refuseSystem(id);
      const { version } = eventCatalog['session-deleted'];
      const now = effects.clock.now();
      const reply = await writer.request({ kind: 'delete-session', sessionId: id, at, now, version });
      const { data, seal } = reply as DeletedSession;
      feed.tell({ kind: 'deleted', sessionId: id });
      tellSystem([systemEvent({ type: 'session-deleted', data }, at, seal)]);
      return data;
    },
    refold: async () => {
      await writer.request({ kind: 'refold' });
    },
    close: async () => {
      closing.abort();
      const closed = await Promise.allSettled([...writers.values()].map((held) => held.close()));
      await reader.close();
      await writer.close();
      for (const result of closed) if (result.status === 'rejected') throw result.reason;
    },
  };
};

const systemEvent = (draft: EventDraft, at: number, seal: SystemSeal | undefined): RunEvent => {
  if (!seal) throw new AgentNetError('internal', 'The writer thread sealed fewer events than it was given.');
  const { version } = eventCatalog[draft.type];
  return { session_id: SYSTEM_STREAM, ...draft, version, at, ...seal };
};

const refuseSystem = (id: string): void => {
  if (id !== SYSTEM_STREAM) return;
  throw new AgentNetError('input/invalid', 'The stream "system" is no session.', {
    where: { session_id: id },
    remedy: 'Give the id of a session.',
  });
};
