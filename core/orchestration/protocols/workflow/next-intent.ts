import type { Intent } from '../protocol.ts';
import { endingOf } from './ending.ts';
import { childFor, turnFor } from './work-of.ts';
import type { WorkflowState } from './workflow-state.ts';

/** What is due now: records first, then work that was begun, then the next node. */
export const nextIntent = (state: WorkflowState): Intent | null => {
  if (state.ended) return null;
  if (state.deadline) {
    const { cap, elapsed, scope } = state.deadline;
    const data = { limit: 'seconds' as const, ...(scope && { scope }), cap, spent: elapsed };
    return { kind: 'record', draft: { type: 'limit-reached', data } };
  }
  const record = state.records.peek();
  if (record) return { kind: 'record', draft: record.draft };
  const begun = state.starts.peek();
  if (begun) return childFor(state, begun) ?? turnFor(state, begun);
  if (state.left === 0) return endingOf(state);
  return state.halt ? null : nextStart(state);
};

const nextStart = (state: WorkflowState): Intent | null => {
  const run = state.runs.get(state.schedule.peek() ?? '');
  // Nodes that wait for each other: no check lets such a graph through, but a log may hold one.
  if (!run) return state.busy === 0 && state.waiting === 0 ? endingOf(state) : null;
  if (run.node.breakpoint && !run.brokeBefore) {
    return state.busy > 0 ? null : { kind: 'break', node: run.id };
  }
  return {
    kind: 'start-node',
    node: run.id,
    nodeKind: run.node.kind,
    attempt: run.attempts + 1,
    agent: run.agent,
  };
};
