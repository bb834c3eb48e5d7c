import { fitTexts, type Planning, type WorkContext } from '../../../../agents/index.ts';
import { madeTask, type NodeOf, type TeamMember, textOf } from '../../../../graph/index.ts';
import { decideFailed } from '../decide.ts';
import { addGroups } from '../expand.ts';
import { nameOf, newRun } from '../new-run.ts';
import {
  type BodyGroup,
  type DelegateBody,
  type DelegateStep,
  isDone,
  type NodeRun,
  nodesAround,
} from '../node-run.ts';
import { followsRules, type WorkflowState } from '../workflow-state.ts';
import { emptyBody, idInPlan } from './delegate-body.ts';

/** A node that delegates begins: its planner is asked for the first plan. */
export const beginDelegate = (state: WorkflowState, run: NodeRun, node: NodeOf<'delegate'>): void => {
  // A plan that a person corrected may hold what its planner could not.
  if (depthOf(run) > Math.max(1, state.settings.delegation.max_depth)) {
    return decideFailed(state, run, {
      code: 'node/too-deep',
      message: `Plans inside of plans are allowed ${state.settings.delegation.max_depth} deep.`,
    });
  }
  const body = emptyBody();
  run.body = body;
  askPlanner(state, run, node, body, { purpose: 'plan', remarks: null, removed: [] });
};

/** The next plan, in a turn of its own that is tried once more where its answer is of no use. */
export const askPlanner = (
  state: WorkflowState,
  run: NodeRun,
  node: NodeOf<'delegate'>,
  body: DelegateBody,
  about: Pick<Planning, 'purpose' | 'remarks'> & Pick<DelegateBody, 'removed'>,
): void => {
  body.stage = 'planning';
  body.revision += 1;
  body.purpose = about.purpose;
  body.removed = about.removed;
  const { max_nodes: maxNodes, max_depth: maxDepth } = state.settings.delegation;
  const planning: Planning = {
    purpose: about.purpose,
    remarks: about.remarks,
    team: teamOf(state, node),
    maxNodes,
    mayDelegate: depthOf(run) < maxDepth,
  };
  const context = resultsOf(state, body.planned);
  addStep(state, run, node, body, { kind: 'plan', planning, context });
};

/** What the newest plan came to is put before the reviewer. */
export const askReviewer = (
  state: WorkflowState,
  run: NodeRun,
  node: NodeOf<'delegate'>,
  body: DelegateBody,
): void => {
  body.stage = 'reviewing';
  const newest = new Set(body.groups.at(-1)?.runs);
  const planned = [...body.planned].filter(([, one]) => newest.has(one));
  addStep(state, run, node, body, { kind: 'review', context: resultsOf(state, planned) });
};

/** Turns that are no task of a plan. */
const titles = { plan: 'Plan', review: 'Review' } as const;

/** A plan that cannot be used is asked for once more, and so is a review that cannot be read. */
const retriesOf = (state: WorkflowState, { kind }: DelegateStep): number =>
  kind === 'plan' || followsRules(state, 2) ? 1 : 0;

const addStep = (
  state: WorkflowState,
  parent: NodeRun,
  node: NodeOf<'delegate'>,
  body: DelegateBody,
  step: DelegateStep,
): void => {
  // No planned id holds a colon.
  const id = `:${step.kind}`;
  const task = madeTask({
    id,
    title: `${titles[step.kind]}${body.revision === 1 ? '' : ` ${body.revision}`}`,
    prompt: node.prompt,
    agent: step.kind === 'plan' ? node.planner : (node.reviewer ?? node.planner),
    retries: retriesOf(state, step),
  });
  const run = newRun({
    id: idInPlan(parent.id, body.revision, id),
    node: task,
    scope: parent.scope,
    parent,
    round: parent.round,
    index: body.made,
  });
  run.step = step;
  // Its prompt is that of the node around it, and so is what it works on.
  run.isInline = true;
  body.made += 1;
  const group: BodyGroup = { index: body.groups.length, runs: [run], last: run, left: 1 };
  run.group = group;
  addGroups(state, parent, [group]);
};

/** Who may do the tasks of a plan: who is named, else everybody but planner and reviewer. */
const teamOf = (state: WorkflowState, node: NodeOf<'delegate'>): readonly TeamMember[] => {
  const named = node.agents.flatMap((reference) => state.members.get(nameOf(reference)) ?? []);
  if (named.length > 0) return named;
  const apart = new Set([node.planner, node.reviewer ?? ''].map(nameOf));
  const all = [...state.members.values()];
  const others = all.filter(({ name }) => !apart.has(name));
  return others.length > 0 ? others : all;
};

/** How many nodes that delegate are around it, itself included. */
const depthOf = (run: NodeRun): number => {
  let depth = 0;
  for (const { node } of nodesAround(run)) if (node.kind === 'delegate') depth += 1;
  return depth;
};

/** What planned nodes gave, under the ids of their plans, each cut to its share of the context. */
const resultsOf = (
  state: WorkflowState,
  planned: Iterable<readonly [string, NodeRun]>,
): readonly WorkContext[] => {
  const done = [...planned].filter(([, run]) => isDone(run) && run.output !== undefined);
  const texts = fitTexts(
    done.map(([, { output }]) => (output === undefined ? '' : textOf(output))),
    state.specification.context_tokens,
  );
  return done.map(([id, { node, agent }], index) => {
    const title = node.title === null ? id : `${node.title} (${id})`;
    return { title: agent === null ? title : `${title}, by ${agent}`, text: texts[index] as string };
  });
};
