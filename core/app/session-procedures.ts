import {
  AgentNetError,
  type CoreApi,
  type SessionId,
  type SessionSummary,
  sessionId,
} from '../contract/index.ts';
import {
  extendInputs,
  interjectInputs,
  pauseInputs,
  replaySession,
  skipInputs,
  stepInputs,
  stopInputs,
} from '../orchestration/index.ts';
import type { EventStore } from '../storage/index.ts';
import { watchChanges } from './changes.ts';
import type { CoreContext } from './core-context.ts';
import type { GraphRunReader } from './read-graph-run.ts';
import { readDetail, snapshotReader } from './read-session.ts';
import { readSpans } from './read-spans.ts';
import { watchSession } from './watch-session.ts';

/** Who is recorded as having asked; a team server will know better. */
export const BY_USER = 'user';

type SessionProcedures = Omit<
  Pick<CoreApi, Extract<keyof CoreApi, `sessions.${string}`>>,
  'sessions.graph' | 'sessions.approve' | 'sessions.skip-node'
>;

/** A session id out of a call; a malformed one names no session. */
export const idOf = (text: string): SessionId => {
  const parsed = sessionId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw unknownSession(text);
};

const unknownSession = (id: string) =>
  new AgentNetError('input/unknown-session', `There is no session ${id.slice(0, 80)}.`, {
    remedy: 'List the sessions with `agentnet sessions list`.',
  });

/** The row of a session; throws `input/unknown-session`. */
export const summaryOf = async (store: EventStore, id: SessionId): Promise<SessionSummary> => {
  const summary = await store.session(id);
  if (!summary) throw unknownSession(id);
  return summary;
};

const never = new AbortController().signal;

/** Sessions inside of nodes of this one, and inside of those. */
const sessionsInside = async (store: EventStore, id: SessionId): Promise<readonly SessionId[]> => {
  const { items } = await store.sessions({ limit: MOST_INSIDE, parent: id });
  const own = items.map((one) => idOf(one.id));
  const deeper = await Promise.all(own.map((one) => sessionsInside(store, one)));
  return [...deeper.flat(), ...own];
};

/** More than a graph may have nodes. */
const MOST_INSIDE = 1_000_000;

export const sessionProcedures = (context: CoreContext, runs: GraphRunReader): SessionProcedures => {
  const { store, live, effects } = context;
  const snapshots = snapshotReader(store, runs.follow);
  const acted = async (id: SessionId, act: Promise<void>): Promise<SessionSummary> => {
    await act;
    return summaryOf(store, id);
  };
  return {
    'sessions.create': async (input) => {
      const id = await context.createSession(input);
      return summaryOf(store, id);
    },
    'sessions.list': async (input) => {
      const { limit = 100, cursor, query, mode, status, outcome, parent } = input;
      const page = await store.sessions({
        limit: Number(limit),
        ...(cursor !== undefined && { cursor }),
        ...(query !== undefined && query.trim() !== '' && { query }),
        ...(mode !== undefined && { mode }),
        ...(status !== undefined && { status }),
        ...(outcome !== undefined && { outcome }),
        ...(parent !== undefined && { parent }),
      });
      return { items: [...page.items], next_cursor: page.nextCursor, total: page.total };
    },
    'sessions.get': async ({ id }) => readDetail(store, await summaryOf(store, idOf(id))),
    'sessions.summary': async ({ id }) => summaryOf(store, idOf(id)),
    'sessions.snapshot': async ({ id }) => snapshots.read(await summaryOf(store, idOf(id))),
    'sessions.turns': async ({ id, after = 0, limit = 200 }) => {
      await summaryOf(store, idOf(id));
      const page = await store.turns(idOf(id), Number(after), Number(limit));
      return { items: [...page.items], total: page.total };
    },
    'sessions.events': async ({ id, after = 0, limit = 1000 }) => {
      const head = await store.head(idOf(id));
      if (!head) throw unknownSession(id);
      const items = [];
      for await (const batch of store.read(idOf(id), { after: Number(after), limit: Number(limit) })) {
        items.push(...batch);
      }
      return { items, last_seq: head.count };
    },
    'sessions.spans': async ({ id }) => {
      await summaryOf(store, idOf(id));
      return readSpans(store, idOf(id));
    },
    'sessions.watch': async function* ({ id, after = 0 }, options) {
      await summaryOf(store, idOf(id));
      const sources = {
        store,
        hub: context.hub,
        liveText: (session: string) => live.get(session)?.liveText() ?? [],
      };
      yield* watchSession(sources, idOf(id), Number(after), options?.signal ?? never);
    },
    'sessions.changes': (_input, options) => watchChanges(store, effects, options?.signal ?? never),
    'sessions.advance': ({ id }) => acted(idOf(id), live.act(idOf(id), stepInputs)),
    'sessions.pause': ({ id, when = 'after-turn' }) =>
      acted(
        idOf(id),
        live.act(idOf(id), (state) => pauseInputs(state, when, BY_USER)),
      ),
    'sessions.resume': ({ id }) => acted(idOf(id), live.resume(idOf(id))),
    'sessions.stop': ({ id, synthesis = true }) =>
      acted(
        idOf(id),
        live.act(idOf(id), (state) => stopInputs(state, synthesis, BY_USER)),
      ),
    'sessions.interject': ({ id, text, from = 'moderator', to = 'all' }) =>
      acted(
        idOf(id),
        live.act(idOf(id), (state) => interjectInputs(state, { from, to, text })),
      ),
    'sessions.skip': ({ id, agent }) =>
      acted(
        idOf(id),
        live.act(idOf(id), (state) => skipInputs(state, agent, BY_USER)),
      ),
    'sessions.extend': ({ id, rounds }) =>
      acted(
        idOf(id),
        live.act(idOf(id), (state) => extendInputs(state, rounds, BY_USER)),
      ),
    'sessions.fork': async ({ id, seq }) => {
      await summaryOf(store, idOf(id));
      const fork = sessionId.parse(effects.ids.uuid());
      await live.fork(fork, idOf(id), seq);
      return summaryOf(store, fork);
    },
    'sessions.delete': async ({ id }) => {
      const session = idOf(id);
      await summaryOf(store, session);
      if (live.get(session)) {
        throw new AgentNetError('session/wrong-state', 'This session is running, so it cannot be deleted.', {
          where: { session_id: session },
          kept: 'It goes on unchanged.',
          remedy: 'Stop it first.',
        });
      }
      for (const inside of await sessionsInside(store, session)) {
        await store.deleteSession(inside, effects.clock.now());
        snapshots.forget(inside);
        runs.forget(inside);
      }
      const deleted = await store.deleteSession(session, effects.clock.now());
      snapshots.forget(session);
      runs.forget(session);
      const system = await store.verify('system');
      return { id: session, events: deleted.events, other_chains_intact: system.ok };
    },
    'sessions.verify': async ({ id }) => {
      if (!(await store.head(idOf(id)))) throw unknownSession(id);
      return { session_id: id, ...(await store.verify(idOf(id))) };
    },
    'sessions.replay': async ({ id }) => {
      const session = idOf(id);
      if (!(await store.head(session))) throw unknownSession(id);
      const { first_problem: problem, events } = await store.verify(session);
      if (!problem) return replaySession(session, store.read(session));
      return {
        session_id: session,
        equal: false,
        events,
        calls: 0,
        first_difference: {
          seq: problem.seq,
          type: problem.kind,
          path: 'hash',
          recorded: problem.message,
          recomputed: 'an unbroken chain of hashes',
        },
      };
    },
    'sessions.search': async ({ query, limit = 50 }) => ({
      items: [...(await store.search(query, Number(limit)))],
    }),
  };
};
