import type { NodeValue } from '../../../contract/index.ts';
import {
  type Body,
  bodyOf,
  type GraphNode,
  itemsOf,
  madeTask,
  type NodeOf,
  parseTemplate,
} from '../../../graph/index.ts';
import { addToSchedule } from './add-to-schedule.ts';
import { decideAdded, decideDone, decideFailed } from './decide.ts';
import { scopeOf } from './fill-prompt.ts';
import { newRun } from './new-run.ts';
import type { AddedNode, BodyGroup, NodeRun, Scope } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

/** Once for each item of a list, as many at once as the node allows. */
export const expandMap = (state: WorkflowState, run: NodeRun, node: NodeOf<'map'>): void => {
  const items = listFor(state, run, node.over);
  if (!items) return;
  if (items.length === 0) return decideDone(state, run, { output: [] });
  if (items.length > node.maxItems) {
    return decideFailed(state, run, {
      code: 'node/too-many-items',
      message: `The list has ${items.length} items; this node takes at most ${node.maxItems}.`,
    });
  }
  // Items of one prompt are bounded by the schedule; a graph comes when the one before it has ended.
  const atOnce = node.graph === null ? items.length : Math.min(items.length, node.parallel ?? items.length);
  run.body = { kind: 'map', groups: [], ended: 0, rest: items.slice(atOnce).reverse() };
  addGroups(
    state,
    run,
    items.slice(0, atOnce).map((item, index) => itemGroup(state, run, item, index)),
  );
};

const itemGroup = (state: WorkflowState, run: NodeRun, item: string, index: number): BodyGroup =>
  groupOf(state, run, index, { item, index });

export const addItem = (state: WorkflowState, run: NodeRun, item: string): void =>
  addGroups(state, run, [itemGroup(state, run, item, run.body?.groups.length ?? 0)]);

export const expandLoop = (state: WorkflowState, run: NodeRun): void => {
  run.body = { kind: 'loop', groups: [], ended: 0 };
  addRound(state, run, 1, undefined);
};

export const addRound = (
  state: WorkflowState,
  run: NodeRun,
  iteration: number,
  previous: NodeValue | undefined,
): void => addGroups(state, run, [groupOf(state, run, iteration, { previous, iteration })]);

/** A list in steps of so many items each, and what they came to again, until one text is left. */
export const expandReduce = (state: WorkflowState, run: NodeRun, node: NodeOf<'reduce'>): void => {
  const items = listFor(state, run, node.over);
  if (!items) return;
  if (items.length === 0) return decideDone(state, run, { output: '' });
  run.body = { kind: 'reduce', groups: [], ended: 0, rowFrom: 0 };
  addBatches(state, run, node, items);
};

export const addBatches = (
  state: WorkflowState,
  run: NodeRun,
  { batch, over }: NodeOf<'reduce'>,
  items: readonly NodeValue[],
): void => {
  const size = Math.max(2, batch ?? items.length);
  const first = run.body?.groups.length ?? 0;
  if (run.body?.kind === 'reduce') run.body.rowFrom = first;
  const named = nodeOver(over);
  const groups: BodyGroup[] = [];
  for (let from = 0; from < items.length; from += size) {
    const value = items.slice(from, from + size);
    groups.push(groupOf(state, run, first + groups.length, {}, { node: named, title: named, value }));
  }
  addGroups(state, run, groups);
};

/** The node whose output is gone over, where it is one. */
const nodeOver = (over: string): string => {
  const [only, ...others] = over.includes('{{') ? parseTemplate(over.trim()).parts : [];
  return only?.kind === 'value' && only.source.kind === 'output' && others.length === 0
    ? only.source.node
    : over;
};

const listFor = (state: WorkflowState, run: NodeRun, over: string): readonly string[] | null => {
  const read = itemsOf(over, scopeOf(state, run));
  if (read.ok) return read.items;
  // What was passed over gave nothing, which is no fault of this node.
  if (state.runs.get(nodeOver(over))?.end?.status === 'skipped') return [];
  decideFailed(state, run, { code: 'node/no-list', message: read.problem });
  return null;
};

export const addGroups = (state: WorkflowState, run: NodeRun, groups: readonly BodyGroup[]): void => {
  if (groups.some(({ runs }) => runs.length === 0)) {
    return decideFailed(state, run, {
      code: 'node/not-runnable',
      message: 'Its body has no node that runs.',
    });
  }
  run.adding = groups;
  decideAdded(
    state,
    run,
    groups.flatMap(({ runs }) => runs.map(asAdded)),
  );
};

const asAdded = ({ id, node, agent }: NodeRun): AddedNode => ({
  id,
  kind: node.kind,
  title: node.title ?? id,
  deps: [...node.deps],
  agent,
});

/** The nodes of a body are on record: they may start when what they wait for has ended. */
export const addBody = (state: WorkflowState, run: NodeRun): void => {
  const { body, adding, node } = run;
  if (!body || adding.length === 0) return;
  run.adding = [];
  body.groups.push(...adding);
  const limit = node.kind === 'map' && node.graph === null ? node.parallel : null;
  addToSchedule(
    state,
    adding.flatMap(({ runs }) => runs),
    { parent: run, group: limit === null ? null : { name: run.id, limit } },
  );
};

const groupOf = (
  state: WorkflowState,
  parent: NodeRun,
  index: number,
  variables: Scope['variables'],
  override: NodeRun['override'] = null,
): BodyGroup => {
  const id = `${parent.id}[${index}]`;
  const body = graphBody(state, parent, id);
  const inherited = { ...parent.scope.variables, ...variables };
  const scope: Scope = {
    variables: inherited,
    renames: body?.renames ?? parent.scope.renames,
  };
  const { round } = parent;
  const runs = body
    ? body.nodes.map((node, place) => newRun({ id: node.id, node, scope, parent, round, index: place }))
    : [newRun({ id, node: inlineTask(parent.node, id, index), scope, parent, round, index })];
  const last = runs.find((run) => run.id === body?.output) ?? (runs.at(-1) as NodeRun);
  const group: BodyGroup = { index, runs, last, left: runs.length };
  for (const run of runs) {
    run.group = group;
    run.isInline = body === undefined;
    run.override = override;
  }
  return group;
};

const graphBody = (state: WorkflowState, { node, scope }: NodeRun, instance: string): Body | undefined =>
  (node.kind === 'map' || node.kind === 'loop') && node.graph !== null
    ? bodyOf(state.graph, node.graph, instance, scope.renames)
    : undefined;

/** The body of a node that is one prompt, as a task. */
const inlineTask = (node: GraphNode, id: string, index: number): GraphNode => {
  if (node.kind !== 'map' && node.kind !== 'loop' && node.kind !== 'reduce') return node;
  const { title, prompt, agent, fallback, retries, backoffS, timeoutS } = node;
  const own = title === null ? null : `${title} [${index}]`;
  return madeTask({ id, title: own, prompt, agent, fallback, retries, backoffS, timeoutS });
};
