import { findCycles } from '../find-cycles.ts';
import type { Graph, GraphNode } from '../graph.ts';
import { type GraphProblem, graphError, graphWarning } from '../graph-problem.ts';
import { named } from '../named.ts';
import { MAX_NODES } from '../reading/limits.ts';
import { DEEPEST_GRAPH } from '../running/expand-graph.ts';
import { topologyOf } from '../topology.ts';
import { shortPath } from './check-connections.ts';
import type { CheckContext } from './check-context.ts';

/** The graph that a node uses by name; null: none. */
export const graphNameOf = (node: GraphNode): string | null => {
  if (node.kind === 'subgraph') return node.graph === '' ? null : node.graph;
  return node.kind === 'map' || node.kind === 'loop' ? node.graph : null;
};

/** Names of graphs that are not there, inputs of theirs that nothing fills, and an output that is not there. */
export const checkUses = ({ graph, file, ids, didYouMean }: CheckContext): readonly GraphProblem[] => {
  const problems: GraphProblem[] = [];
  for (const node of ids.values()) {
    const name = graphNameOf(node);
    if (name === null) continue;
    const used = named(file.graphs, name);
    if (!used) {
      const message = `Node "${node.id}" uses the graph "${name}", which is not in this file.`;
      const remedy = didYouMean(name, Object.keys(file.graphs), 'Add it under graphs, or name another.');
      problems.push(graphError('unknown-graph', node.id, message, remedy));
    } else problems.push(...bindingProblems(node, name, used, graph, didYouMean));
  }
  if (graph.output !== null && !ids.has(graph.output)) {
    const message = `The output of the graph is that of "${graph.output}", which is not in it.`;
    const remedy = didYouMean(graph.output, ids.keys(), 'Name a node of the graph.');
    problems.push(graphError('missing-dependency', null, message, remedy));
  }
  return problems;
};

const bindingProblems = (
  node: GraphNode,
  name: string,
  used: Graph,
  around: Graph,
  didYouMean: CheckContext['didYouMean'],
): readonly GraphProblem[] => {
  const given = node.kind === 'subgraph' ? node.with : around.inputs;
  const problems: GraphProblem[] = [];
  for (const [input, value] of Object.entries(used.inputs)) {
    if (value !== '' || Object.hasOwn(given, input)) continue;
    const message = `Node "${node.id}" gives no value to the input "${input}" of the graph "${name}".`;
    const remedy =
      node.kind === 'subgraph'
        ? `Bind it: with: {${input}: "..."}.`
        : `Give it a default, or add an input "${input}" to the graph around it.`;
    problems.push(graphError('unbound-variable', node.id, message, remedy));
  }
  for (const input of node.kind === 'subgraph' ? Object.keys(node.with) : []) {
    if (Object.hasOwn(used.inputs, input)) continue;
    const message = `Node "${node.id}" binds "${input}", which is no input of the graph "${name}".`;
    const remedy = didYouMean(input, Object.keys(used.inputs), 'Take it away.');
    problems.push(graphWarning('unbound-variable', node.id, message, remedy));
  }
  return problems;
};

/** Graphs that are in themselves, too deep in each other, or too many nodes once each stands in its places. */
export const checkNesting = (file: Graph): readonly GraphProblem[] => {
  const uses = new Map<string, readonly string[]>();
  for (const [name, graph] of Object.entries(file.graphs)) uses.set(name, usedIn(graph));
  const asNodes = [...uses].map(([id, names]) => ({ id, deps: [...new Set(names)] }));
  const { order, rest } = topologyOf(asNodes);
  const problems = findCycles(asNodes, rest).map((cycle) => {
    const [name = ''] = cycle;
    const graph = named(file.graphs, name);
    const node = graph?.nodes.find((one) => graphNameOf(one) === cycle[1])?.id ?? null;
    const message =
      cycle.length === 2
        ? `The graph "${name}" uses itself.`
        : `These graphs use each other and would never end: ${shortPath(cycle)}.`;
    return graphError(
      'recursive-graph',
      node === null ? null : `${name}/${node}`,
      message,
      'Take one use away.',
    );
  });
  if (problems.length > 0) return problems;
  const sizes = new Map<string, number>();
  const depths = new Map<string, number>();
  for (const name of order)
    measure(name, named(file.graphs, name)?.nodes.length ?? 0, uses.get(name) ?? [], sizes, depths);
  measure('', file.nodes.length, usedIn(file), sizes, depths);
  const size = sizes.get('') ?? 0;
  const depth = (depths.get('') ?? 1) - 1;
  if (size > MAX_NODES) {
    const shown = Number.isSafeInteger(size) ? `${size}` : 'too many';
    const message = `With its graphs in their places it has ${shown} nodes; at most ${MAX_NODES} can run.`;
    problems.push(graphError('too-large', null, message, 'Use the graphs less often, or in a map.'));
  }
  if (depth > DEEPEST_GRAPH) {
    const message = `Its graphs are ${depth} deep in each other; at most ${DEEPEST_GRAPH} are possible.`;
    problems.push(graphError('too-large', null, message, 'Put some of them in one.'));
  }
  return problems;
};

const usedIn = ({ nodes }: Graph): readonly string[] =>
  nodes.map(graphNameOf).filter((name) => name !== null);

const measure = (
  name: string,
  own: number,
  uses: readonly string[],
  sizes: Map<string, number>,
  depths: Map<string, number>,
) => {
  let size = own;
  let depth = 0;
  for (const used of uses) {
    size += sizes.get(used) ?? 0;
    depth = Math.max(depth, depths.get(used) ?? 0);
  }
  sizes.set(name, size);
  depths.set(name, depth + 1);
};
