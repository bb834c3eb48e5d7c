import {
  AgentNetError,
  type EventData,
  type EventDraft,
  type LiveSignal,
  type ResolvedSpecification,
  type RunEvent,
  type SessionEnded,
  type SessionId,
} from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { Ledger } from '../ledger/index.ts';
import {
  createFork,
  createRun,
  forkPoint,
  type RunPorts,
  resumeInputs,
  resumeMark,
  SessionRun,
  type SessionState,
  stateOf,
} from '../orchestration/index.ts';
import type { EventStore, Owner, SessionWriter } from '../storage/index.ts';
import { forkChildren } from './fork-children.ts';
import type { LiveHub } from './live-hub.ts';

interface LiveSessionsContext {
  readonly store: EventStore;
  readonly owner: Owner;
  readonly effects: Effects;
  readonly hub: LiveHub;
  readonly ask: RunPorts['ask'];
  readonly ledger: Ledger;
  /** Runs sessions inside of nodes; each is a session of its own. */
  readonly runChild: (parent: SessionId) => NonNullable<RunPorts['runChild']>;
  /** Called when a run of this process is over, however it ended; for the log. */
  readonly over: (sessionId: string, error: Error | null) => void;
}

/** The sessions that this process runs. */
export interface LiveSessions {
  readonly count: () => number;
  readonly get: (id: string) => SessionRun | undefined;
  readonly start: (id: SessionId, created: EventData<'session-created'>) => Promise<void>;
  /** Copies a session up to an event into a new one and goes on live. */
  readonly fork: (id: SessionId, from: SessionId, seq: number | undefined) => Promise<void>;
  /** Goes on with a session of this process or takes over one whose owner is dead; paused ones run again. */
  readonly resume: (id: SessionId) => Promise<void>;
  /** A person's act on a session; takes it over first when its owner is dead. */
  readonly act: (id: SessionId, acts: (state: SessionState) => readonly EventDraft[]) => Promise<void>;
  readonly whenEnded: (id: SessionId) => Promise<SessionEnded>;
  readonly interruptAll: (reason: string) => Promise<void>;
}

export const createLiveSessions = (context: LiveSessionsContext): LiveSessions => {
  const runs = new Map<string, SessionRun>();
  const taking = new Map<string, Promise<SessionRun>>();

  const portsFor = (id: SessionId, project: string, writer: SessionWriter) => ({
    effects: context.effects,
    writer,
    ask: context.ask,
    budgets: context.ledger.forSession(id, project),
    runChild: context.runChild(id),
    signal: (signal: LiveSignal) => context.hub.publish(id, signal),
  });

  const keep = (id: string, run: SessionRun): void => {
    runs.set(id, run);
    const forget = (error: Error | null) => {
      runs.delete(id);
      context.over(id, error);
    };
    run.ended.then(
      () => forget(null),
      (error: Error) => forget(error),
    );
  };

  const takeOver = async (id: SessionId): Promise<SessionRun> => {
    await refuseEnded(context.store, id);
    const writer = await context.store.takeSession(id, context.owner);
    try {
      const state = await stateOf(id, context.store.read(id));
      const mark = resumeMark(state, await context.store.partials(id));
      const ports = portsFor(id, projectOf(state.specification), writer);
      await ports.budgets.keepOnly(unsettledCalls(state));
      const run = new SessionRun(state, ports);
      keep(id, run);
      for (const partial of mark.incomplete) writer.clearJournal(partial.task_id);
      await run.start([{ type: 'session-resumed', data: mark }]);
      return run;
    } catch (error) {
      if (!runs.has(id)) await writer.close();
      throw error;
    }
  };

  /** The run of this process, or the one it takes over; two callers at once share one take-over. */
  const runOf = (id: SessionId): Promise<SessionRun> => {
    const own = runs.get(id);
    if (own) return Promise.resolve(own);
    const underWay = taking.get(id) ?? takeOver(id).finally(() => taking.delete(id));
    taking.set(id, underWay);
    return underWay;
  };

  const act: LiveSessions['act'] = async (id, acts) => {
    const run = await runOf(id);
    const inputs = acts(run.state);
    if (inputs.length > 0) await run.act(inputs);
  };

  return {
    count: () => runs.size,
    get: (id) => runs.get(id),
    start: async (id, created) => {
      const writer = await context.store.createSession(id, context.owner);
      const run = createRun(id, created, portsFor(id, projectOf(created.specification), writer));
      keep(id, run);
      await run.start();
    },
    fork: async (id, from, seq) => {
      const events = await allEvents(context.store, from);
      const point = forkPoint(events, seq);
      const writer = await context.store.createSession(id, context.owner);
      const ports = portsFor(id, projectOfEvents(events), writer);
      const { run, mark, children } = createFork(id, from, point, ports);
      const until = endOfMoment(events, point.seq);
      await forkChildren({ store: context.store, owner: context.owner, until }, id, children);
      keep(id, run);
      await run.start([{ type: 'session-resumed', data: mark }]);
    },
    resume: async (id) => {
      const run = await runOf(id);
      // A session of fast models may be over by the time it is taken.
      if (run.state.phase.kind === 'ended') return;
      const inputs = resumeInputs(run.state);
      if (inputs.length > 0) await run.act(inputs);
    },
    act,
    whenEnded: (id) => runs.get(id)?.ended ?? storedEnd(context.store, id),
    interruptAll: async (reason) => {
      await Promise.allSettled([...taking.values()]);
      await Promise.allSettled([...runs.values()].map((run) => run.interrupt(reason)));
    },
  };
};

/** When the next event followed, before which everything else that had happened belongs to the fork too. */
const endOfMoment = (events: readonly RunEvent[], seq: number): number => {
  const [last, next] = [events[seq - 1]?.at ?? 0, events[seq]?.at];
  return next === undefined ? Number.POSITIVE_INFINITY : Math.max(last, next - 1);
};

/** Calls on record whose cost is not yet: lost ones, and those that the last process gave up as it ended. */
const unsettledCalls = (state: SessionState): readonly string[] =>
  [...state.open.values()].flatMap(({ calls }) =>
    calls.filter(({ costRecorded }) => !costRecorded).map(({ started }) => started.call_id),
  );

const projectOf = ({ metadata }: ResolvedSpecification): string =>
  typeof metadata['project'] === 'string' ? metadata['project'] : 'default';

const projectOfEvents = ([first]: readonly RunEvent[]): string =>
  first?.type === 'session-created' ? projectOf(first.data.specification) : 'default';

const allEvents = async (store: EventStore, id: SessionId): Promise<readonly RunEvent[]> => {
  const events: RunEvent[] = [];
  for await (const batch of store.read(id)) events.push(...batch);
  return events;
};

const refuseEnded = async (store: EventStore, id: SessionId): Promise<void> => {
  const summary = await store.session(id);
  if (!summary) {
    throw new AgentNetError('input/unknown-session', `There is no session ${id}.`, {
      remedy: 'List the sessions with `agentnet sessions list`.',
    });
  }
  if (summary.status === 'ended') {
    throw new AgentNetError('session/wrong-state', 'This session has ended.', {
      where: { session_id: id },
      kept: 'It is stored as it ended.',
      remedy: 'Start a new session from it instead.',
    });
  }
};

const storedEnd = async (store: EventStore, id: SessionId): Promise<SessionEnded> => {
  const head = await store.head(id);
  for await (const batch of store.read(id, { after: Math.max(0, (head?.count ?? 0) - 1) })) {
    const last = batch.at(-1);
    if (last?.type === 'session-ended') return last.data;
  }
  throw new AgentNetError('session/interrupted', 'This session has not ended and is not running here.', {
    where: { session_id: id },
    kept: 'Everything it recorded is stored.',
    remedy: `Go on with \`agentnet resume ${id}\`.`,
  });
};
