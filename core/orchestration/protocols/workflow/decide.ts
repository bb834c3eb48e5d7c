import { canonicalJson, type EventData, type NodeValue } from '../../../contract/index.ts';
import type { AddedNode, NodeEnd, NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

type Failure = NonNullable<EventData<'node-ended'>['error']>;

const nothing = { source: 'run', task_id: null, branch: null, reason: null, error: null } as const;

/** How a node ended, to be recorded next. */
export const decideEnd = (state: WorkflowState, run: NodeRun, end: NodeEnd): void => {
  if (run.phase === 'ending' || run.phase === 'ended') return;
  if (run.phase === 'retrying') state.retrying -= 1;
  run.phase = 'ending';
  const { id: node, attempts } = run;
  const { output } = end;
  const data = {
    node,
    kind: run.node.kind,
    attempts,
    ...end,
    ...(output !== undefined && { output: asRecorded(output) }),
  };
  state.records.push({ run, draft: { type: 'node-ended', data } });
};

/** With its keys as the log keeps them: words made of it must be the same after a crash. */
const asRecorded = (output: NodeValue): NodeValue =>
  typeof output === 'object' && output !== null ? JSON.parse(canonicalJson(output)) : output;

/** Done, with what a turn or the node itself gave. The text of a turn is not recorded twice. */
export const decideDone = (
  state: WorkflowState,
  run: NodeRun,
  given: {
    readonly output?: NodeValue;
    readonly taskId?: string | null;
    readonly branch?: string | null;
    readonly reason?: string;
    readonly review?: NodeEnd['review'];
  },
): void =>
  decideEnd(state, run, {
    ...nothing,
    status: 'done',
    task_id: given.taskId ?? null,
    ...(given.output !== undefined && { output: given.output }),
    branch: given.branch ?? null,
    reason: given.reason ?? null,
    ...(given.review !== undefined && { review: given.review }),
  });

export const decideFailed = (state: WorkflowState, run: NodeRun, error: Failure): void =>
  decideEnd(state, run, { ...nothing, status: 'failed', reason: error.message, error });

export const timedOut: Failure = { code: 'node/timeout', message: 'The time cap of the node was reached.' };

export const decideWithout = (
  state: WorkflowState,
  run: NodeRun,
  status: 'skipped' | 'blocked' | 'stopped',
  reason: string,
): void => decideEnd(state, run, { ...nothing, status, reason });

export const decideAdded = (state: WorkflowState, run: NodeRun, nodes: readonly AddedNode[]): void =>
  state.records.push({
    run,
    draft: { type: 'nodes-added', data: { parent: run.id, nodes: [...nodes] } },
  });
