import type { Graph, GraphNode, NodeKind } from './graph.ts';
import { type GraphProblem, graphError } from './graph-problem.ts';

/** More nodes than this are refused: no canvas and no reader can do anything with them. */
export const MAX_NODES = 100_000;
/** Who does a task that names no agent. */
export const DEFAULT_AGENT = 'Planner';
const nodeKinds: readonly NodeKind[] = ['task', 'note'];
/** Longest id in UTF-16 units. */
const MAX_ID = 200;
/** Longest prompt in UTF-16 units. */
const MAX_PROMPT = 100_000;

export interface GraphReading {
  /** What could be read, so that even a broken file can be opened. */
  readonly graph: Graph;
  readonly problems: readonly GraphProblem[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a graph out of plain data, with all problems of shape at once; how nodes fit together is not looked at. */
export const readGraph = (value: unknown): GraphReading => {
  const problems: GraphProblem[] = [];
  if (!isRecord(value) || !Array.isArray(value['nodes'])) {
    const remedy = 'Write an object with a list of nodes: {"nodes": [{"id": "a", "prompt": "..."}]}.';
    problems.push(graphError('invalid-graph', null, 'There is no list of nodes in it.', remedy));
    return { graph: { name: null, nodes: [], extra: {} }, problems };
  }
  const { name, nodes, ...extra } = value;
  if (name !== undefined && typeof name !== 'string') {
    problems.push(
      graphError('invalid-graph', null, 'The name is no text.', 'Give the graph a name in words.'),
    );
  }
  if (nodes.length > MAX_NODES) {
    const message = `It has ${nodes.length} nodes; at most ${MAX_NODES} are read.`;
    problems.push(graphError('too-large', null, message, 'Divide it into several graphs.'));
  }
  const read: GraphNode[] = [];
  for (const [index, node] of nodes.slice(0, MAX_NODES).entries()) {
    const found = readNode(node, index, problems);
    if (found) read.push(found);
  }
  if (nodes.length === 0) {
    problems.push(graphError('invalid-graph', null, 'The list of nodes is empty.', 'Add at least one node.'));
  }
  return { graph: { name: typeof name === 'string' ? name : null, nodes: read, extra }, problems };
};

const readNode = (value: unknown, index: number, problems: GraphProblem[]): GraphNode | undefined => {
  const place = `The node at place ${index + 1}`;
  if (!isRecord(value)) {
    problems.push(
      graphError('invalid-node', null, `${place} is no object.`, 'Write it as {"id": "...", ...}.'),
    );
    return undefined;
  }
  const { id, kind = 'task', title = null, prompt, agent, deps = [], ...extra } = value;
  if (
    typeof id !== 'string' ||
    id === '' ||
    id.length > MAX_ID ||
    !id.isWellFormed() ||
    id.includes('\u0000')
  ) {
    const remedy = `Give it an id: a text of 1 to ${MAX_ID} characters.`;
    problems.push(graphError('invalid-node', null, `${place} has no usable id.`, remedy));
    return undefined;
  }
  const wrong = (what: string, remedy: string) =>
    problems.push(graphError('invalid-node', id, `${what} of node "${id}" is wrong.`, remedy));
  if (title !== null && typeof title !== 'string') wrong('The title', 'Write it as text.');
  if (prompt !== undefined && !isPrompt(prompt)) {
    wrong('The prompt', `Write it as text of at most ${MAX_PROMPT} characters without NUL bytes.`);
  }
  if (agent !== undefined && (typeof agent !== 'string' || agent === '')) {
    wrong('The agent', 'Name one agent, like Planner or Planner@1.0.0.');
  }
  return {
    id,
    kind: kindOf(kind, id, problems),
    title: typeof title === 'string' ? title : null,
    prompt: isPrompt(prompt) ? prompt : id,
    agent: typeof agent === 'string' && agent !== '' ? agent : DEFAULT_AGENT,
    deps: depsOf(deps, id, problems),
    extra,
  };
};

const isPrompt = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= MAX_PROMPT &&
  value.isWellFormed() &&
  !value.includes('\u0000');

const kindOf = (kind: unknown, id: string, problems: GraphProblem[]): NodeKind => {
  const known = nodeKinds.find((one) => one === kind);
  if (known === undefined) {
    const message = `Node "${id}" is of the kind ${JSON.stringify(kind)}, which this version does not know.`;
    problems.push(graphError('unknown-kind', id, message, `Use one of ${nodeKinds.join(', ')}.`));
  }
  return known ?? 'task';
};

const depsOf = (deps: unknown, id: string, problems: GraphProblem[]): readonly string[] => {
  if (Array.isArray(deps) && deps.every((dep) => typeof dep === 'string')) return [...new Set(deps)];
  const message = `The dependencies of node "${id}" are no list of ids.`;
  problems.push(graphError('invalid-node', id, message, 'Write them as a list, like deps: [a, b].'));
  return Array.isArray(deps) ? deps.filter((dep) => typeof dep === 'string') : [];
};
