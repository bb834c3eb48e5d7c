import type { EventData } from '../../../contract/index.ts';
import { isWork } from './add-to-schedule.ts';
import { beginNode } from './begin-node.ts';
import { isCaught } from './delegate/step-ended.ts';
import { groupEnded } from './group-ended.ts';
import { haltGraph } from './halting.ts';
import type { NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

export const startNode = (state: WorkflowState, data: EventData<'node-started'>): void => {
  const run = state.runs.get(data.node);
  if (!run || isOver(run)) return;
  state.schedule.start(run.number);
  run.phase = 'running';
  run.attempts = data.attempt;
  run.startedActiveMs = state.moment.activeMs;
  if (isWork(run.node)) {
    run.isBusy = true;
    state.busy += 1;
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

/** Nobody works on it for now. */
const leaveWork = (state: WorkflowState, run: NodeRun): void => {
  if (!run.isBusy) return;
  run.isBusy = false;
  state.busy -= 1;
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
  state.retrying += 1;
  state.schedule.hold(run.number);
  if (data.wait_ms > 0) state.timers.retryAt(run, state.moment.at + data.wait_ms);
  else backAmongReady(state, run);
};

export const nodeIsDue = (state: WorkflowState, { node }: EventData<'node-due'>): void => {
  const run = state.runs.get(node);
  if (run?.phase === 'retrying') backAmongReady(state, run);
};

const backAmongReady = (state: WorkflowState, run: NodeRun): void => {
  state.retrying -= 1;
  run.phase = 'waiting';
  const { agent } = run;
  state.schedule.again(run.number, { agent, provider: state.providers.get(agent ?? '') ?? null });
};

export const endNode = (state: WorkflowState, data: EventData<'node-ended'>): void => {
  const run = state.runs.get(data.node);
  if (!run || run.phase === 'ended') return;
  const { node: _node, kind: _kind, attempts: _attempts, ...end } = data;
  leaveWork(state, run);
  if (run.phase === 'retrying') state.retrying -= 1;
  state.awaiting.delete(run);
  run.phase = 'ended';
  run.end = end;
  run.intent = null;
  if (end.status !== 'done') run.output = undefined;
  else if (end.output !== undefined) run.output = end.output;
  state.schedule.settle(run.number, end.status, end.branch);
  if (end.status === 'failed' && state.settings.on_failure === 'stop' && !isCaught(state, run, end.error)) {
    haltGraph(state, { kind: 'failure' });
  }
  if (run.parent === null) state.left -= 1;
  else if (run.group) groupEnded(state, run.parent, run.group);
};
