import type { Graph, GraphNode } from '../graph.ts';
import { type GraphProblem, graphError } from '../graph-problem.ts';
import { inGraph } from '../in-graph.ts';
import { isRecord } from '../is-record.ts';
import { readName } from './field.ts';
import { MAX_NODES } from './limits.ts';
import { isText } from './plain-data.ts';
import { readNode } from './read-node.ts';
import { readTemplates } from './read-templates.ts';

export interface GraphReading {
  /** What could be read, so that even a broken file can be opened. */
  readonly graph: Graph;
  readonly problems: readonly GraphProblem[];
}

/** Reads a graph out of plain data, with all problems of shape at once; how nodes fit together is not looked at. */
export const readGraph = (value: unknown): GraphReading => {
  const problems: GraphProblem[] = [];
  if (!isRecord(value) || !Array.isArray(value['nodes'])) {
    const remedy = 'Write an object with a list of nodes: {"nodes": [{"id": "a", "prompt": "..."}]}.';
    problems.push(graphError('invalid-graph', null, 'There is no list of nodes in it.', remedy));
    return { graph: { name: null, nodes: [], inputs: {}, graphs: {}, output: null, extra: {} }, problems };
  }
  const allowance = { nodes: MAX_NODES };
  const { graphs, ...own } = value;
  const read = readOne(own, 'The graph', allowance, problems);
  const found: [string, Graph][] = [];
  if (isRecord(graphs)) {
    for (const [name, part] of Object.entries(graphs)) {
      const one = namedGraph(name, part, allowance, problems);
      if (one) found.push([name, one]);
    }
  } else if (graphs !== undefined && graphs !== null) {
    const remedy = 'Write them as {name: {nodes: [...]}}.';
    problems.push(graphError('invalid-graph', null, 'The graphs are no object.', remedy));
  }
  const extra = isRecord(graphs) || graphs === undefined ? read.extra : { ...read.extra, graphs };
  return { graph: { ...read, extra, graphs: Object.fromEntries(found) }, problems };
};

interface Allowance {
  nodes: number;
}

/** A graph used by name; the problems of its nodes name them as `graph/node`. */
const namedGraph = (
  name: string,
  value: unknown,
  allowance: Allowance,
  problems: GraphProblem[],
): Graph | undefined => {
  if (readName(name) === undefined || !isRecord(value) || !Array.isArray(value['nodes'])) {
    const message = `The graph "${name.slice(0, 60)}" cannot be read.`;
    problems.push(
      graphError('invalid-graph', null, message, 'Give it a name and a list of nodes: {nodes: [...]}.'),
    );
    return undefined;
  }
  const own: GraphProblem[] = [];
  const read = readOne(value, 'It', allowance, own);
  if (value['graphs'] !== undefined) {
    const remedy = 'Put them under graphs of the whole file.';
    own.push(graphError('invalid-graph', null, 'It has graphs of its own.', remedy));
  }
  problems.push(...own.map((problem) => inGraph(name, problem)));
  return read;
};

const readOne = (
  { name, nodes, inputs, output, ...rest }: Readonly<Record<string, unknown>>,
  what: string,
  allowance: Allowance,
  problems: GraphProblem[],
): Graph => {
  const extra: Record<string, unknown> = rest;
  const wrong = (message: string, remedy: string) =>
    problems.push(graphError('invalid-graph', null, message, remedy));
  const keep = <T>(key: string, value: unknown, read: T | undefined, remedy: string): T | undefined => {
    if (value === undefined || value === null || read !== undefined) return read;
    extra[key] = value;
    wrong(`${what}: ${key} cannot be read.`, remedy);
    return undefined;
  };
  const settings = {
    name:
      keep('name', name, isText(name, 1_000) ? name : undefined, 'Give the graph a name in words.') ?? null,
    inputs:
      keep(
        'inputs',
        inputs,
        readTemplates(inputs),
        'Write them as {name: "value"}; "" where one must be given.',
      ) ?? {},
    output:
      keep('output', output, readName(output), 'Name the node whose output is that of the graph.') ?? null,
  };
  const list = nodes as readonly unknown[];
  if (list.length > allowance.nodes) {
    const message = `It has ${MAX_NODES - allowance.nodes + list.length} nodes; at most ${MAX_NODES} are read.`;
    problems.push(graphError('too-large', null, message, 'Divide it into several graphs.'));
  }
  const read: GraphNode[] = [];
  for (const [index, node] of list.slice(0, allowance.nodes).entries()) {
    const found = readNode(node, index + 1, problems);
    if (found) read.push(found);
  }
  allowance.nodes = Math.max(0, allowance.nodes - list.length);
  if (list.length === 0) wrong(`${what} has no nodes.`, 'Add at least one node.');
  return { ...settings, nodes: read, graphs: {}, extra };
};
