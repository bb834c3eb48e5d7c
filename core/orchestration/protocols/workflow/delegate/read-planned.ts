import type { Turn } from '../../../../contract/index.ts';
import { planAsData, readPlan } from '../../../../graph/index.ts';
import { attemptFailed } from '../attempt-failed.ts';
import { decideDone } from '../decide.ts';
import { type DelegateStep, isDone, type NodeRun } from '../node-run.ts';
import type { WorkflowState } from '../workflow-state.ts';

/** A planner or a reviewer has answered. A plan that is none is a failed attempt, told in words. */
export const endStep = (state: WorkflowState, run: NodeRun, step: DelegateStep, turn: Turn): void => {
  const parent = run.parent;
  if (parent?.body?.kind !== 'delegate' || parent.node.kind !== 'delegate') return;
  const { body, node } = parent;
  const text = turn.output.content;
  run.output = text;
  if (!step.planning) {
    body.verdict = { decision: turn.decision, text };
    return decideDone(state, run, { taskId: turn.task_id });
  }
  const { team, maxNodes, mayDelegate } = step.planning;
  const finished = [...body.planned].flatMap(([id, one]) => (isDone(one) ? [id] : []));
  const reading = readPlan(text, { team, maxNodes, mayDelegate, finished });
  if (!reading.ok) {
    const errors = reading.problems.filter(({ severity }) => severity === 'error');
    const message = errors.map((problem) => `${problem.message} ${problem.remedy}`).join(' ');
    return attemptFailed(state, run, { code: 'node/invalid-output', message });
  }
  const agents = team.map(({ name }) => name);
  body.plan = planAsData(reading, { ...node, agents });
  decideDone(state, run, { taskId: turn.task_id });
};
