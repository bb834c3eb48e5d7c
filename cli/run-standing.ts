import type { RunEvent } from '../core/contract/index.ts';

/** What is under way in a run of a task graph, and what is asked. */
export interface RunStanding {
  /** Turns, and waits before another attempt. */
  readonly working: Set<string>;
  /** Sessions inside of nodes. */
  readonly children: Set<string>;
  /** What is shown to the person, by node. */
  readonly open: Map<string, string>;
}

export const emptyStanding = (): RunStanding => ({
  working: new Set(),
  children: new Set(),
  open: new Map(),
});

export const foldStanding = ({ working, children, open }: RunStanding, { type, data }: RunEvent): void => {
  switch (type) {
    case 'turn-started':
      working.add(data.task_id);
      return;
    case 'turn-ended':
    case 'turn-failed':
      working.delete(data.task_id);
      return;
    case 'child-started':
      children.add(data.session_id);
      return;
    case 'child-ended':
      children.delete(data.session_id);
      return;
    case 'node-retried':
      working.add(`again ${data.node}`);
      return;
    case 'node-due':
      working.delete(`again ${data.node}`);
      return;
    case 'approval-requested':
      open.set(data.node, data.text);
      return;
    case 'plan-proposed':
      if (!data.auto) open.set(data.node, JSON.stringify(data.graph, null, 2));
      return;
    case 'approval-answered':
    case 'plan-answered':
      open.delete(data.node);
      return;
    case 'node-ended':
      open.delete(data.node);
      working.delete(`again ${data.node}`);
      return;
    default:
  }
};
