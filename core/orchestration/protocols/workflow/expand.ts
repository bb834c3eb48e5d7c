import type { NodeValue } from '../../../contract/index.ts';
import type { Graph, GraphNode, NodeOf } from '../../../graph/index.ts';
import { decideAdded, decideDone, decideFailed } from './decide.ts';
import { plainText, runNamed, valueOf } from './fill-prompt.ts';
import { newRun } from './new-run.ts';
import type { AddedNode, BodyGroup, NodeRun, Scope } from './node-run.ts';
import { itemsOf } from './value-text.ts';
import type { WorkflowState } from './workflow-state.ts';

type Variables = Scope['variables'];

/** Once for each item of a list, as many at once as the node allows. */
export const expandMap = (state: WorkflowState, run: NodeRun, node: NodeOf<'map'>): void => {
  const items = listFor(state, run, node.over);
  if (items.length === 0) return decideDone(state, run, { output: [] });
  if (items.length > node.maxItems) {
    return decideFailed(state, run, {
      code: 'node/too-many-items',
      message: `The list has ${items.length} items; this node takes at most ${node.maxItems}.`,
    });
  }
  run.body = { kind: 'map', groups: [], released: 0, ended: 0 };
  addGroups(
    state,
    run,
    items.map((item, index) => groupOf(state, run, index, { item, index: String(index) })),
  );
};

export const expandLoop = (state: WorkflowState, run: NodeRun, _node: NodeOf<'loop'>): void => {
  run.body = { kind: 'loop', groups: [], ended: 0 };
  addRound(state, run, 1, '');
};

export const addRound = (state: WorkflowState, run: NodeRun, round: number, previous: NodeValue): void =>
  addGroups(state, run, [groupOf(state, run, round, { previous, iteration: String(round) })]);

/** A list in steps of so many items each, and what they came to again, until one text is left. */
export const expandReduce = (state: WorkflowState, run: NodeRun, node: NodeOf<'reduce'>): void => {
  const items = listFor(state, run, node.over);
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
  const groups: BodyGroup[] = [];
  for (let from = 0; from < items.length; from += size) {
    const index = first + groups.length;
    groups.push(groupOf(state, run, index, {}, { node: over, value: items.slice(from, from + size) }));
  }
  addGroups(state, run, groups);
};

export const listFor = (state: WorkflowState, run: NodeRun, over: string): readonly NodeValue[] => {
  if (!over.includes('{{')) return itemsOf(runNamed(run.scope, over)?.output);
  const { parts } = state.templates(over);
  const [only, ...others] = parts;
  return only?.kind === 'value' && others.length === 0
    ? itemsOf(valueOf(run.scope, only.source))
    : itemsOf(plainText(state, run.scope, over));
};

const addGroups = (state: WorkflowState, run: NodeRun, groups: readonly BodyGroup[]): void => {
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
    groups.flatMap((group) => group.runs.map(asAdded)),
  );
};

const asAdded = ({ id, node, agent, scope }: NodeRun): AddedNode => ({
  id,
  kind: node.kind,
  title: node.title ?? id,
  deps: node.deps.map((dep) => scope.runs.get(dep)?.id ?? dep),
  agent,
});

const groupOf = (
  state: WorkflowState,
  parent: NodeRun,
  index: number,
  variables: Variables,
  override: NodeRun['override'] = null,
): BodyGroup => {
  const id = `${parent.id}[${index}]`;
  const body = bodyGraph(state, parent.node);
  const scope: Scope = {
    outer: parent.scope,
    runs: new Map(),
    inputs: body ? { ...body.inputs, ...inputsNamed(state, body) } : {},
    variables,
  };
  const { round } = parent;
  const runs = body
    ? body.nodes
        .filter(({ kind }) => kind !== 'note' && kind !== 'frame')
        .map((node, place) => newRun({ id: `${id}/${node.id}`, node, scope, parent, round, index: place }))
    : [newRun({ id, node: inlineTask(parent.node, index), scope, parent, round, index })];
  if (body) for (const run of runs) scope.runs.set(run.node.id, run);
  for (const run of runs) run.override = override;
  const group: BodyGroup = { index, runs, last: lastOf(runs, body), left: runs.length };
  for (const run of runs) run.group = group;
  return group;
};

const bodyGraph = (state: WorkflowState, node: GraphNode): Graph | null => {
  if ((node.kind !== 'map' && node.kind !== 'loop') || node.graph === null) return null;
  return Object.hasOwn(state.graph.graphs, node.graph) ? (state.graph.graphs[node.graph] ?? null) : null;
};

/** What the run was given goes before what the body's file says. */
const inputsNamed = ({ settings }: WorkflowState, { inputs }: Graph): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(settings.inputs).filter(([name]) => Object.hasOwn(inputs, name)));

/** The node whose output is that of the body: the one that is named, else the last that nothing waits for. */
const lastOf = (runs: readonly NodeRun[], body: Graph | null): NodeRun => {
  const named = body?.output;
  const found = named === null ? undefined : runs.find(({ node }) => node.id === named);
  if (found) return found;
  const awaited = new Set(runs.flatMap(({ node }) => node.deps));
  return (runs.findLast(({ node }) => !awaited.has(node.id)) ?? runs.at(-1)) as NodeRun;
};

/** The body of a node that is one prompt, as a task. */
const inlineTask = (node: GraphNode, index: number): GraphNode => {
  if (node.kind !== 'map' && node.kind !== 'loop' && node.kind !== 'reduce') return node;
  const { id, title, position, prompt, agent, fallback, retries, backoffS, timeoutS } = node;
  return {
    kind: 'task',
    id: `${id}[${index}]`,
    title: title === null ? null : `${title} [${index}]`,
    deps: [],
    ports: {},
    position,
    disabled: false,
    breakpoint: false,
    pinned: undefined,
    extra: {},
    prompt,
    agent,
    fallback,
    retries,
    backoffS,
    timeoutS,
    budget: null,
    output: 'text',
  };
};
