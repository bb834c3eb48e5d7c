import type { Graph, GraphNode } from '../graph.ts';
import { MAX_ID, MAX_PROMPT } from '../reading/limits.ts';
import { templatesOf } from '../templates/templates-of.ts';
import { expandGraph, refused } from './expand-graph.ts';
import { resolveInputs } from './resolve-inputs.ts';

/**
 * A graph as it runs. Subgraphs stand in their places under ids like `sub/inner` with their inputs bound; nodes that
 * are disabled, notes and frames are gone, and what came behind them has their dependencies. The body of a map or a
 * loop that is a graph stands in `graphs` under the id of its node, its own ids beginning with that id. Every condition
 * has its `input`. `inputs` are the values of this run; prompts of the graph itself still name them.
 *
 * Throws `input/invalid` where `checkGraph` has an error that matters here, and for inputs that do not fit.
 */
export const runnableGraph = (graph: Graph, given: Readonly<Record<string, string>> = {}): Graph => {
  const inputs = resolveInputs(graph, given);
  const shared = { bodies: new Map<string, Graph>(), branches: new Set<string>(), nodes: 0, edges: 0 };
  const { nodes, output } = expandGraph(graph, {
    file: graph,
    prefix: '',
    bind: (name) => [{ kind: 'value', source: { kind: 'input', name } }],
    edges: [],
    breakpoint: false,
    depth: 0,
    shared,
  });
  const ids = new Set<string>();
  for (const node of [...nodes, ...[...shared.bodies.values()].flatMap((body) => body.nodes)]) {
    if (ids.has(node.id)) {
      throw refused(`With its graphs in their places, two nodes have the id "${node.id}".`);
    }
    ids.add(node.id);
    refuseTooLong(node);
  }
  return { name: graph.name, nodes, inputs, graphs: Object.fromEntries(shared.bodies), output, extra: {} };
};

/** What stands in its place may be longer than what a file may hold, and a run is recorded as one. */
const refuseTooLong = (node: GraphNode): void => {
  if (node.id.length > MAX_ID) {
    throw refused(
      `With its graphs in their places, the id "${node.id.slice(0, 40)}..." has more than ${MAX_ID} characters.`,
      'Give the nodes that use graphs shorter ids.',
    );
  }
  const long = templatesOf(node).find(({ text }) => text.length > MAX_PROMPT);
  if (!long) return;
  throw refused(
    `With its inputs in their places, the ${long.field} of node "${node.id}" has more than ${MAX_PROMPT} characters.`,
    'Hand long texts on as the output of a node; pin it where it is fixed.',
  );
};
