import type { NodeValue } from '../../../../contract/index.ts';
import { type NodeOf, textOf } from '../../../../graph/index.ts';
import { haltReason } from '../attempt-failed.ts';
import { decideDone, decideFailed, decideWithout } from '../decide.ts';
import { type BodyGroup, type DelegateBody, isDone, type NodeRun, nodesAround } from '../node-run.ts';
import type { WorkflowState } from '../workflow-state.ts';
import { askPlanner, askReviewer } from './ask-planner.ts';
import { proposePlan } from './carry-out-plan.ts';
import { nameInPlan } from './delegate-body.ts';

type Failure = NonNullable<NonNullable<NodeRun['end']>['error']>;

/** Where the budget has run out, another plan would only meet the same end. */
const OUT_OF_BUDGET = 'budget/exceeded';

/** All of a plan, of what it planned or of a review has ended: what follows from it. */
export const stepEnded = (
  state: WorkflowState,
  run: NodeRun,
  node: NodeOf<'delegate'>,
  body: DelegateBody,
  group: BodyGroup,
): void => {
  const failed = failureIn(group);
  if (failed && !(body.stage === 'working' && mayPlanAgain(state, run, failed))) {
    return decideFailed(state, run, failed);
  }
  if (state.halt && !(body.stage === 'working' && node.reviewer === null && !failed)) {
    return decideWithout(state, run, 'stopped', haltReason(state));
  }
  switch (body.stage) {
    case 'planning':
      if (!isDone(group.last)) return decideWithout(state, run, 'skipped', 'Its plan was passed over.');
      return proposePlan(state, run, node, body);
    case 'working':
      if (failed) return planAround(state, run, node, body, group);
      if (node.reviewer === null || !body.last.some(isDone)) return accept(state, run, body);
      return askReviewer(state, run, node, body);
    case 'reviewing': {
      const { decision = null, text = '' } = body.verdict ?? {};
      body.verdict = null;
      if (decision !== 'revise' || body.revision >= node.rounds) return accept(state, run, body);
      const remarks = { from: 'reviewer', text } as const;
      return askPlanner(state, run, node, body, { purpose: 'revise', remarks, removed: [] });
    }
  }
};

/** What the nodes of the newest plan gave that nothing waits for. */
const accept = (state: WorkflowState, run: NodeRun, body: DelegateBody): void => {
  const done = body.last.filter((one) => isDone(one) && one.output !== undefined);
  const [first, ...others] = done;
  if (!first) return decideWithout(state, run, 'skipped', 'Nothing of its plan was done.');
  const output: NodeValue =
    others.length === 0 ? (first.output ?? '') : done.map((one) => sectionOf(body, one)).join('\n\n');
  decideDone(state, run, { output });
};

const sectionOf = (body: DelegateBody, run: NodeRun): string =>
  `## ${run.node.title ?? nameInPlan(body, run)}\n\n${run.output === undefined ? '' : textOf(run.output)}`;

/** A task failed for good: the planner proposes another way for what could not be done because of it. */
const planAround = (
  state: WorkflowState,
  run: NodeRun,
  node: NodeOf<'delegate'>,
  body: DelegateBody,
  { runs }: BodyGroup,
): void => {
  const failures = runs.flatMap((one) =>
    one.end?.status === 'failed'
      ? [`Task "${nameInPlan(body, one)}" failed: ${one.end.error?.message ?? ''}`]
      : [],
  );
  const blocked = runs.filter((one) => one.end?.status === 'blocked');
  const left =
    blocked.length === 0 ? '' : `\nNot done: ${blocked.map((one) => nameInPlan(body, one)).join(', ')}.`;
  askPlanner(state, run, node, body, {
    purpose: 'change',
    remarks: { from: 'run', text: `${failures.join('\n')}${left}` },
    removed: blocked.map(({ id }) => id),
  });
};

const failureIn = ({ runs }: BodyGroup): Failure | null => {
  for (const { id, end } of runs) {
    if (end?.status !== 'failed') continue;
    const { code, message } = end.error ?? { code: 'node/failed', message: 'It failed.' };
    return { code, message: `"${id}" failed: ${message}` };
  }
  return null;
};

const mayPlanAgain = (state: WorkflowState, { node, body }: NodeRun, { code }: Failure): boolean =>
  state.halt === null &&
  node.kind === 'delegate' &&
  body?.kind === 'delegate' &&
  body.revision < node.rounds &&
  code !== OUT_OF_BUDGET;

/** True where a node around it will plan another way, so that its failure is not that of the whole. */
export const isCaught = (state: WorkflowState, run: NodeRun, failure: Failure | null): boolean => {
  if (failure === null) return false;
  for (const around of nodesAround(run)) {
    if (around === run || around.body?.kind !== 'delegate' || around.control.cancelled !== null) continue;
    if (around.body.stage === 'working' && mayPlanAgain(state, around, failure)) return true;
  }
  return false;
};
