import type { Graph } from '../../../../core/graph/index.ts';
import { renameIds } from './rewrite-templates.ts';

/** Another id for a node, everywhere it is named; the same graph where the id is taken or empty. */
export const renameNode = (graph: Graph, id: string, next: string): Graph => {
  if (next === '' || next === id || graph.nodes.some((node) => node.id === next)) return graph;
  const to = new Map([[id, next]]);
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const named = renameIds(node, to);
      return node.id === id ? { ...named, id: next } : named;
    }),
    output: graph.output === id ? next : graph.output,
  };
};
