import type { RunEvent } from '../../contract/index.ts';
import { childIdOf } from './task-id.ts';

/** A session inside of a node that runs where a fork is taken: the fork goes on with a copy of its own. */
export interface ForkedChild {
  readonly from: string;
  /** Of the copy. */
  readonly id: string;
}

/** The sessions inside of nodes that run at the end of these events; one that has ended is history and is shared. */
export const runningChildren = (events: readonly RunEvent[], fork: string): readonly ForkedChild[] => {
  const attempts = new Map<string, number>();
  const running = new Map<string, ForkedChild>();
  for (const { type, data } of events) {
    if (type === 'node-started') attempts.set(data.node, data.attempt);
    if (type === 'child-started') {
      const id = childIdOf(fork, data.node, attempts.get(data.node) ?? 1);
      running.set(data.node, { from: data.session_id, id });
    }
    if (type === 'child-ended') running.delete(data.node);
  }
  return [...running.values()];
};
