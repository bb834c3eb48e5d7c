import type { NodeValue } from '../../../../contract/index.ts';
import { type NodeOf, textOf } from '../../../../graph/index.ts';
import { haltReason } from '../attempt-failed.ts';
import { decideDone, decideFailed, decideWithout } from '../decide.ts';
import {
  type BodyGroup,
  type DelegateBody,
  isDone,
  type NodeEnd,
  type NodeRun,
  nodesAround,
} from '../node-run.ts';
import { followsRules, type WorkflowState } from '../workflow-state.ts';
import { askPlanner, askReviewer } from './ask-planner.ts';
import { proposePlan } from './carry-out-plan.ts';
import { nameInPlan } from './delegate-body.ts';

type Failure = NonNullable<NonNullable<NodeRun['end']>['error']>;

/** What an answer that says nothing of use fails with. */
const UNREADABLE = 'node/invalid-output';
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
  if (failed && isReviewLost(state, body, failed)) return accept(state, run, body, 'unreadable');
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
      // Without a word where a person passed over the review.
      if (decision !== 'revise') return accept(state, run, body, decision === null ? undefined : 'accepted');
      if (body.revision >= node.rounds) return accept(state, run, body, 'sent-back');
      const remarks = { from: 'reviewer', text } as const;
      return askPlanner(state, run, node, body, { purpose: 'revise', remarks, removed: [] });
    }
  }
};

/** The work is there, and only the review of it cannot be read: it is kept, and nobody has accepted it. */
const isReviewLost = (state: WorkflowState, { stage }: DelegateBody, { code }: Failure): boolean =>
  stage === 'reviewing' && code === UNREADABLE && followsRules(state, 2);

/** Of reviews that did not accept what is given out all the same. */
const reasons = {
  'sent-back': 'The reviewer sent it back, and no round was left.',
  unreadable: 'The review could not be read, so nobody has accepted it.',
} as const;

const reviewed = (state: WorkflowState, review: NodeEnd['review']) =>
  review === undefined || !followsRules(state, 2)
    ? {}
    : { review, ...(review !== 'accepted' && { reason: reasons[review] }) };

/** What the nodes of the newest plan gave that nothing waits for; the review is absent where nobody was asked. */
const accept = (state: WorkflowState, run: NodeRun, body: DelegateBody, review?: NodeEnd['review']): void => {
  const done = body.last.filter((one) => isDone(one) && one.output !== undefined);
  const [first, ...others] = done;
  if (!first) return decideWithout(state, run, 'skipped', 'Nothing of its plan was done.');
  const output: NodeValue =
    others.length === 0 ? (first.output ?? '') : done.map((one) => sectionOf(body, one)).join('\n\n');
  decideDone(state, run, { output, ...reviewed(state, review) });
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
    if (run.step?.kind === 'review' && isReviewLost(state, around.body, failure)) return true;
  }
  return false;
};
