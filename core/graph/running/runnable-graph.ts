import type { Graph } from '../graph.ts';
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
  const shared = { bodies: new Map<string, Graph>(), branches: new Set<string>(), nodes: 0 };
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
  for (const { id } of [...nodes, ...[...shared.bodies.values()].flatMap((body) => body.nodes)]) {
    if (ids.has(id)) throw refused(`With its graphs in their places, two nodes have the id "${id}".`);
    ids.add(id);
  }
  return { name: graph.name, nodes, inputs, graphs: Object.fromEntries(shared.bodies), output, extra: {} };
};
