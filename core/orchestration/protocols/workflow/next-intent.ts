import { portOf, usedDeps } from '../../../graph/index.ts';
import type { Intent } from '../protocol.ts';
import { haltReason } from './attempt-failed.ts';
import { endingOf } from './ending.ts';
import type { NodeRun } from './node-run.ts';
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
  const due = state.schedule.due();
  const run = due && state.numbered[due.node];
  if (!run) return state.left === 0 || isStuck(state) ? endingOf(state) : null;
  return due.as === 'start' ? startOf(state, run) : passedOver(state, run, due.as);
};

/** Nodes that wait for each other: no check lets such a graph through, but a log may hold one. */
const isStuck = ({ busy, retrying, awaiting }: WorkflowState): boolean =>
  busy === 0 && retrying === 0 && awaiting.size === 0;

const startOf = (state: WorkflowState, run: NodeRun): Intent | null => {
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

/** A node that ends without having run. */
const passedOver = (
  state: WorkflowState,
  run: NodeRun,
  status: 'skipped' | 'blocked' | 'stopped',
): Intent => ({
  kind: 'record',
  draft: {
    type: 'node-ended',
    data: {
      node: run.id,
      kind: run.node.kind,
      attempts: run.attempts,
      status,
      source: 'run',
      task_id: null,
      branch: null,
      reason: status === 'stopped' ? haltReason(state) : reasonOf(state, run, status),
      error: null,
    },
  },
});

const reasonOf = (state: WorkflowState, { node }: NodeRun, status: 'skipped' | 'blocked'): string => {
  const before = usedDeps(node).flatMap((dep) => state.runs.get(dep) ?? []);
  if (status === 'blocked') {
    const failed = before.find(({ end }) => end?.status === 'failed' || end?.status === 'blocked');
    return `"${failed?.id ?? ''}", which it needs, was not done.`;
  }
  const other = before.find(({ id, end }) => {
    const port = portOf(node, id);
    return end?.status === 'done' && port !== undefined && end.branch !== port;
  });
  return other ? `"${other.id}" went another way.` : 'Nothing that it waits for was done.';
};
