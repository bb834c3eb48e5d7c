import type { EventData } from '../../../../contract/index.ts';
import { bodyOf, type Graph, type GraphNode, type NodeOf, readGraph } from '../../../../graph/index.ts';
import { haltReason } from '../attempt-failed.ts';
import { decideDone, decideFailed, decideWithout } from '../decide.ts';
import { addGroups } from '../expand.ts';
import { newRun } from '../new-run.ts';
import type { BodyGroup, DelegateBody, NodeRun } from '../node-run.ts';
import { isRunnable, type WorkflowState } from '../workflow-state.ts';
import { askPlanner } from './ask-planner.ts';
import { idInPlan } from './delegate-body.ts';

/** The plan is put on record, for a person or to be carried out at once. */
export const proposePlan = (
  state: WorkflowState,
  run: NodeRun,
  node: NodeOf<'delegate'>,
  { plan, revision, purpose, removed }: DelegateBody,
): void =>
  state.records.push({
    run,
    draft: {
      type: 'plan-proposed',
      data: {
        node: run.id,
        revision,
        why: purpose === 'change' ? 'change' : 'plan',
        graph: { ...plan },
        removed: [...removed],
        auto: node.rounds === 0 || state.settings.delegation.approve === 'auto',
      },
    },
  });

export const takeProposal = (state: WorkflowState, data: EventData<'plan-proposed'>): void => {
  const run = state.runs.get(data.node);
  if (run?.node.kind !== 'delegate' || run.body?.kind !== 'delegate' || run.phase !== 'running') return;
  if (run.node.rounds === 0) return decideDone(state, run, { output: run.body.plan as never });
  if (state.halt) return decideWithout(state, run, 'stopped', haltReason(state));
  if (data.auto) return carryOut(state, run, run.body);
  run.phase = 'awaiting';
  state.awaiting.add(run);
};

/** A rejected plan goes back to the planner with what the person said, while rounds are left. */
export const takePlanAnswer = (state: WorkflowState, data: EventData<'plan-answered'>): void => {
  const run = state.runs.get(data.node);
  if (run?.node.kind !== 'delegate' || run.body?.kind !== 'delegate') return;
  const { node, body } = run;
  if (run.phase !== 'awaiting' || body.revision !== data.revision) return;
  state.awaiting.delete(run);
  run.phase = 'running';
  if (data.approved) {
    body.plan = data.graph ?? body.plan;
    return carryOut(state, run, body);
  }
  const note = data.note.trim();
  if (body.revision >= node.rounds) {
    const message = note === '' ? 'A person rejected the plan.' : `A person rejected the plan: ${note}`;
    return decideFailed(state, run, { code: 'plan/rejected', message });
  }
  const text = note === '' ? 'The plan was rejected, and nothing was said. Plan it another way.' : note;
  const { purpose, removed } = body;
  askPlanner(state, run, node, body, { purpose, removed, remarks: { from: 'person', text } });
};

/** The nodes of the plan come into being. */
const carryOut = (state: WorkflowState, parent: NodeRun, body: DelegateBody): void => {
  body.stage = 'working';
  const { graph } = readGraph(body.plan);
  const nodes = graph.nodes.filter(isRunnable);
  const planned = nodesHere({ ...graph, nodes }, parent, body);
  const runs = planned.map((node, index) => {
    const { scope, round } = parent;
    return newRun({ id: node.id, node, scope, parent, round, index: body.made + index });
  });
  body.made += runs.length;
  for (const [index, { id }] of nodes.entries()) {
    const run = runs[index];
    if (run) body.planned.set(id, run);
  }
  const awaited = new Set(planned.flatMap(({ deps }) => deps));
  body.last = runs.filter(({ id }) => !awaited.has(id));
  const last = (body.last.at(-1) ?? runs.at(-1)) as NodeRun;
  const group: BodyGroup = { index: body.groups.length, runs, last, left: runs.length };
  for (const run of runs) run.group = group;
  addGroups(state, parent, [group]);
};

/** The nodes of a plan under their ids in the run; what they name of earlier plans too. */
const nodesHere = (
  plan: Graph,
  parent: NodeRun,
  { planned, revision }: DelegateBody,
): readonly GraphNode[] => {
  const renames = new Map(parent.scope.renames);
  for (const [id, run] of planned) renames.set(id, run.id);
  const output = plan.nodes.at(-1)?.id ?? null;
  const around: Graph = { ...plan, graphs: { '': { ...plan, output } } };
  return bodyOf(around, '', idInPlan(parent.id, revision, ''), renames)?.nodes ?? [];
};
