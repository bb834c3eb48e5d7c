import type { EventData, RunEventOf, SessionSnapshot, SessionStatus } from '../contract/index.ts';
import { participantsOf } from './participants-of.ts';

type Lists =
  | 'rounds'
  | 'turns'
  | 'running'
  | 'inside'
  | 'incomplete'
  | 'convergence'
  | 'votes'
  | 'notices'
  | 'by_agent';

/** Running, pausing or paused: what the session is while a process has it and it has not ended. */
export type Phase = Exclude<SessionStatus, 'interrupted' | 'ended'>;

/**
 * The fold behind a session's screen. It owns what it holds and changes it in place, so that folding an
 * event costs the same after ten thousand turns as after one; `snapshotOf` gives what may be kept.
 */
export interface SessionView {
  readonly id: string;
  /** Undefined before `session-created`. */
  current: SessionSnapshot | undefined;
  phase: Phase;
  /** Lists that a snapshot given out refers to; they are copied before their next change. */
  readonly shared: Set<Lists>;
  /** The last snapshot given out while nothing has changed since. */
  published: SessionSnapshot | undefined;
}

export const emptySessionView = (id: string): SessionView => ({
  id,
  current: undefined,
  phase: 'running',
  shared: new Set(),
  published: undefined,
});

const everyList: readonly Lists[] = [
  'rounds',
  'turns',
  'running',
  'inside',
  'incomplete',
  'convergence',
  'votes',
  'notices',
  'by_agent',
];

/** Goes on from a snapshot, with the events after its `last_seq`. The snapshot itself is never changed. */
export const sessionViewFrom = (snapshot: SessionSnapshot): SessionView => ({
  id: snapshot.id,
  current: { ...snapshot },
  phase: phaseOf(snapshot),
  shared: new Set(everyList),
  published: snapshot,
});

/** A paused session stays so while nobody runs it; an interrupted one was running, or about to pause. */
const phaseOf = ({ status, notices }: SessionSnapshot): Phase => {
  if (status !== 'interrupted' && status !== 'ended') return status;
  const last = notices.findLast(({ kind }) => kind === 'pause' || kind === 'resume' || kind === 'stop');
  return last?.kind === 'pause' ? 'pausing' : 'running';
};

/**
 * The state now, to draw from and to keep; undefined before `session-created`. A new object when anything
 * has changed since the last call, the same one when not; lists that did not change are the same lists.
 * Costs one copy of each list that changes afterwards, so call it once a frame and not once an event.
 */
export const snapshotOf = (view: SessionView): SessionSnapshot | undefined => {
  if (view.current === undefined) return undefined;
  if (view.published === undefined) {
    view.published = { ...view.current };
    for (const list of everyList) view.shared.add(list);
  }
  return view.published;
};

/** A list of the view that may be changed in place. */
export const writable = <L extends Lists>(
  view: SessionView,
  current: SessionSnapshot,
  list: L,
): SessionSnapshot[L] => {
  if (view.shared.delete(list)) current[list] = [...current[list]] as SessionSnapshot[L];
  return current[list];
};

export const createdSnapshot = (event: RunEventOf<'session-created'>): SessionSnapshot => {
  const data: EventData<'session-created'> = event.data;
  return {
    id: event.session_id,
    status: 'running',
    specification: data.specification,
    participants: participantsOf(data),
    round: 0,
    max_rounds: data.specification.max_rounds,
    rounds: [],
    turns: [],
    running: [],
    inside: [],
    incomplete: [],
    convergence: [],
    votes: [],
    notices: [],
    totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
    by_agent: [],
    created_at: event.at,
    last_seq: event.seq,
    last_at: event.at,
    ended: null,
  };
};
