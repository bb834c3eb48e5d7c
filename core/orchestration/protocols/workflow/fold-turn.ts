import type { EventData, Turn } from '../../../contract/index.ts';
import { readOutput } from '../../../graph/index.ts';
import { attemptFailed } from './attempt-failed.ts';
import { decideDone, decideFailed, decideWithout, timedOut } from './decide.ts';
import { endStep } from './delegate/read-planned.ts';
import type { NodeRun } from './node-run.ts';
import { expectsOf } from './work-of.ts';
import type { WorkflowState } from './workflow-state.ts';

export const startTurn = (state: WorkflowState, data: EventData<'turn-started'>): void => {
  const run = state.runs.get(data.node ?? '');
  if (!run) return;
  if (state.starts.peek() === run) state.starts.shift();
  run.taskId = data.task_id;
  state.byTask.set(data.task_id, run);
};

const closeTurn = (state: WorkflowState, taskId: string): NodeRun | undefined => {
  const run = state.byTask.get(taskId);
  state.byTask.delete(taskId);
  if (run?.taskId !== taskId || run.phase !== 'running') return undefined;
  run.taskId = null;
  return run;
};

/** Longest output in UTF-16 units: more than a million tokens, which is the most that can be asked for. */
const MOST_OUTPUT_UNITS = 6_000_000;

const tooLarge = ({ id }: NodeRun, units: number) => ({
  code: 'node/output-too-large',
  message: `Node "${id}" gave ${units} characters; at most ${MOST_OUTPUT_UNITS} are handed on.`,
});

export const endTurn = (state: WorkflowState, turn: Turn): void => {
  const run = closeTurn(state, turn.task_id);
  if (!run) return;
  if (run.control.cancelled === 'skipped')
    return decideWithout(state, run, 'skipped', 'A person skipped it.');
  if (run.step) return endStep(state, run, run.step, turn);
  const { content } = turn.output;
  if (content.length > MOST_OUTPUT_UNITS) return attemptFailed(state, run, tooLarge(run, content.length));
  const read = readOutput(expectsOf(run.node), content);
  if (!read.ok) {
    const message = `The output ${read.problem}.`;
    return attemptFailed(state, run, { code: 'node/invalid-output', message });
  }
  run.output = read.value;
  const inTurn = typeof read.value === 'string';
  decideDone(state, run, { taskId: turn.task_id, ...(!inTurn && { output: read.value }) });
};

export const failTurn = (state: WorkflowState, data: EventData<'turn-failed'>): void => {
  const run = closeTurn(state, data.task_id);
  if (run) attemptFailed(state, run, data.error);
};

export const startChild = (state: WorkflowState, data: EventData<'child-started'>): void => {
  const run = state.runs.get(data.node);
  if (run && state.starts.peek() === run) state.starts.shift();
};

/** The endings of a session inside that leave a result. */
const isResult = (outcome: EventData<'child-ended'>['outcome']): boolean =>
  outcome === 'completed' || outcome === 'converged' || outcome === 'decided' || outcome === 'undecided';

export const endChild = (state: WorkflowState, data: EventData<'child-ended'>): void => {
  const run = state.runs.get(data.node);
  if (run?.phase !== 'running') return;
  if (isResult(data.outcome) && run.control.cancelled === null) {
    return decideDone(state, run, { output: data.output });
  }
  if (run.control.cancelled === 'timeout') return decideFailed(state, run, timedOut);
  attemptFailed(state, run, {
    code: childCodes[data.outcome] ?? 'node/session-failed',
    message: data.reason,
  });
};

const childCodes: Partial<Record<EventData<'child-ended'>['outcome'], string>> = {
  'budget-exhausted': 'budget/exceeded',
  'no-provider': 'provider/unavailable',
  stopped: 'session/stopped',
};
