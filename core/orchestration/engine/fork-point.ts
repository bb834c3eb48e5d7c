import { AgentNetError, type EventDraft, type RunEvent } from '../../contract/index.ts';
import type { ForkedChild } from './fork-children.ts';

/** The events that a fork takes over, and the number of the last one. */
export interface ForkPoint {
  readonly seq: number;
  readonly events: readonly RunEvent[];
}

/**
 * Where a fork of the events begins: after `seq`, or, without one, before the turn whose failure ended the
 * session. Throws `session/wrong-state` when no turn failed, and `input/invalid` for a number that no event has.
 */
export const forkPoint = (events: readonly RunEvent[], seq: number | undefined): ForkPoint => {
  const end = seq ?? beforeFailure(events);
  if (end < 1 || end > events.length) {
    throw new AgentNetError('input/invalid', `There is no event ${end}; the log has ${events.length}.`, {
      where: { path: 'seq' },
      kept: 'The session is unchanged.',
      remedy: 'Choose an event of the log.',
    });
  }
  const kept = events.slice(0, end).filter((event) => event.type !== 'session-ended');
  return { seq: kept.length, events: kept };
};

const beforeFailure = (events: readonly RunEvent[]): number => {
  const failed = events.findLast((event) => event.type === 'turn-failed');
  const started = events.find(
    (event) => event.type === 'turn-started' && event.data.task_id === failed?.data.task_id,
  );
  if (started) return started.seq - 1;
  throw new AgentNetError(
    'session/wrong-state',
    'No turn of this session failed, so there is none to retry.',
    {
      kept: 'The session is unchanged.',
      remedy: 'Say after which event the fork is to begin.',
    },
  );
};

interface Copied {
  readonly from: string;
  /** Sessions inside of nodes that the fork has copies of. */
  readonly children: readonly ForkedChild[];
  /** Of a session inside of a node: the fork around it. */
  readonly parent?: string;
}

/** The copied events as drafts of the new session; the first says where they come from. */
export const forkedDrafts = (point: ForkPoint, { from, children, parent }: Copied): readonly EventDraft[] => {
  const copies = new Map(children.map((child) => [child.from, child.id]));
  return point.events.map((event): EventDraft => {
    if (event.type === 'session-created') {
      const { specification } = event.data;
      const data = { ...event.data, forked_from: { session_id: from, seq: point.seq } };
      if (parent === undefined) return { type: 'session-created', data };
      const metadata = { ...specification.metadata, parent };
      return { type: 'session-created', data: { ...data, specification: { ...specification, metadata } } };
    }
    const copy = event.type === 'child-started' ? copies.get(event.data.session_id) : undefined;
    if (event.type === 'child-started' && copy !== undefined) {
      return { type: 'child-started', data: { ...event.data, session_id: copy } };
    }
    return { type: event.type, data: event.data } as EventDraft;
  });
};
