import type { Turn } from '../../../../contract/index.ts';
import { planAsData, readPlan } from '../../../../graph/index.ts';
import { attemptFailed } from '../attempt-failed.ts';
import { decideDone } from '../decide.ts';
import { type DelegateStep, isDone, type NodeRun } from '../node-run.ts';
import { followsRules, type WorkflowState } from '../workflow-state.ts';

/** Told to the reviewer who is asked once more, and recorded where the second answer says no more. */
const unreadable = {
  code: 'node/invalid-output',
  message:
    'The review says neither that the result is accepted nor that it is sent back. Begin with "**Decision:** accept" or "**Decision:** revise".',
} as const;

const cutAtLimit = (tasks: number) => ({
  code: 'node/invalid-output',
  message: `The plan was cut off at its output limit${tasks === 0 ? '' : ` behind ${tasks} tasks`}. Answer with fewer tasks or shorter prompts; a higher max_output_tokens of planner or run leaves more room.`,
});

/** A planner or a reviewer has answered. A plan that is none is a failed attempt, told in words. */
export const endStep = (state: WorkflowState, run: NodeRun, step: DelegateStep, turn: Turn): void => {
  const parent = run.parent;
  if (parent?.body?.kind !== 'delegate' || parent.node.kind !== 'delegate') return;
  const { body, node } = parent;
  const text = turn.output.content;
  run.output = text;
  if (!step.planning) {
    if (turn.decision === null && followsRules(state, 2)) return attemptFailed(state, run, unreadable);
    body.verdict = { decision: turn.decision, text };
    return decideDone(state, run, { taskId: turn.task_id });
  }
  const { team, maxNodes, mayDelegate } = step.planning;
  const finished = [...body.planned].flatMap(([id, one]) => (isDone(one) ? [id] : []));
  const reading = readPlan(text, { team, maxNodes, mayDelegate, finished });
  const cutOff = reading.problems.find(({ code }) => code === 'cut-off');
  if (turn.truncated && followsRules(state, 2) && (cutOff || reading.nodes.length === 0)) {
    step.isCut = true;
    return attemptFailed(state, run, cutAtLimit(reading.nodes.length));
  }
  if (!reading.ok) {
    const errors = reading.problems.filter(({ severity }) => severity === 'error');
    const message = errors.map((problem) => `${problem.message} ${problem.remedy}`).join(' ');
    return attemptFailed(state, run, { code: 'node/invalid-output', message });
  }
  const agents = team.map(({ name }) => name);
  body.plan = planAsData(reading, { ...node, agents });
  decideDone(state, run, { taskId: turn.task_id });
};
