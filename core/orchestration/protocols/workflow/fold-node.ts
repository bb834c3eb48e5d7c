import type { EventData } from '../../../contract/index.ts';
import { beginNode } from './begin-node.ts';
import { decideWithout } from './decide.ts';
import { groupEnded } from './group-ended.ts';
import type { NodeRun } from './node-run.ts';
import { laneOf, type WorkflowState } from './workflow-state.ts';

export const startNode = (state: WorkflowState, data: EventData<'node-started'>): void => {
  const run = state.runs.get(data.node);
  if (!run || isOver(run)) return;
  state.schedule.start(run.id);
  run.phase = 'running';
  run.attempts = data.attempt;
  run.startedActiveMs = state.moment.activeMs;
  const lane = laneOf(run.node, run.agent);
  if (lane !== null) {
    run.isBusy = true;
    state.busy += 1;
    state.load.take(lane);
  }
  if ('timeoutS' in run.node && run.node.timeoutS !== null && isTimed(run)) {
    state.timers.limit(run, run.node.timeoutS, state.moment.activeMs);
  }
  beginNode(state, run);
};

const isOver = ({ phase }: NodeRun): boolean => phase === 'ending' || phase === 'ended';

/** A node whose body is one prompt hands its cap on time to each of its items. */
const isTimed = ({ node }: NodeRun): boolean =>
  !((node.kind === 'map' || node.kind === 'loop') && node.graph === null) &&
  !(node.kind === 'reduce' && node.batch !== null);

/** Nobody works on it for now: others may have its place beside the limits of its agent. */
const leaveWork = (state: WorkflowState, run: NodeRun): void => {
  if (!run.isBusy) return;
  run.isBusy = false;
  state.busy -= 1;
  state.load.give(laneOf(run.node, run.agent) ?? '');
};

export const retryNode = (state: WorkflowState, data: EventData<'node-retried'>): void => {
  const run = state.runs.get(data.node);
  if (run?.phase !== 'running') return;
  leaveWork(state, run);
  run.phase = 'retrying';
  run.agent = data.agent;
  run.intent = null;
  run.control.cancelled = null;
  run.correction = data.error.code === 'node/invalid-output' ? data.error.message : null;
  state.waiting += 1;
  if (data.wait_ms > 0) state.timers.retryAt(run, state.moment.at + data.wait_ms);
  else backAmongReady(state, run);
};

export const nodeIsDue = (state: WorkflowState, { node }: EventData<'node-due'>): void => {
  const run = state.runs.get(node);
  if (run?.phase === 'retrying') backAmongReady(state, run);
};

const backAmongReady = (state: WorkflowState, run: NodeRun): void => {
  state.waiting -= 1;
  run.phase = 'waiting';
  state.schedule.again(run.id, laneOf(run.node, run.agent));
};

export const endNode = (state: WorkflowState, data: EventData<'node-ended'>): void => {
  const run = state.runs.get(data.node);
  if (!run || run.phase === 'ended') return;
  const { node: _node, kind: _kind, attempts: _attempts, ...end } = data;
  leaveWork(state, run);
  run.phase = 'ended';
  run.end = end;
  run.intent = null;
  if (end.status !== 'done') run.output = undefined;
  else if (end.output !== undefined) run.output = end.output;
  tellDependants(state, run, end);
  if (end.status === 'failed' && state.settings.on_failure === 'stop') state.halt ??= { kind: 'failure' };
  if (run.parent === null) state.left -= 1;
  else if (run.group) groupEnded(state, run.parent, run.group);
};

const tellDependants = (state: WorkflowState, { id }: NodeRun, end: NonNullable<NodeRun['end']>): void => {
  const settled = state.schedule.end(
    id,
    end.status === 'done'
      ? { kind: 'done', branch: end.branch }
      : { kind: end.status === 'skipped' ? 'skipped' : 'failed' },
  );
  for (const { id: next, kind, because } of settled) {
    const run = state.runs.get(next);
    if (!run) continue;
    const reason =
      kind === 'blocked' ? `"${because}", which it needs, was not done.` : `"${because}" went another way.`;
    decideWithout(state, run, kind, reason);
  }
};
