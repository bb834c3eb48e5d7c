import type { Graph } from '../../../../core/graph/index.ts';

const EMPTY: Graph = { name: null, nodes: [], inputs: {}, graphs: {}, output: null, extra: {} };

/** The graph that is shown: the whole file's, or the one entered last. */
export const graphIn = (graph: Graph, scope: readonly string[]): Graph => {
  const name = scope.at(-1);
  if (name === undefined) return graph;
  return (Object.hasOwn(graph.graphs, name) ? graph.graphs[name] : undefined) ?? EMPTY;
};

/** The whole file with the shown graph changed. */
export const withGraphIn = (graph: Graph, scope: readonly string[], shown: Graph): Graph => {
  const name = scope.at(-1);
  if (name === undefined) return shown.graphs === graph.graphs ? shown : { ...shown, graphs: graph.graphs };
  return { ...graph, graphs: { ...graph.graphs, [name]: shown } };
};
