import type { Graph, GraphNode } from '../graph/index.ts';

/** Names of agents as the nodes of a graph and of the graphs inside of it write them, each once, in their order. */
export const graphCast = (graph: Graph): readonly string[] => [
  ...new Set([...graph.nodes, ...Object.values(graph.graphs).flatMap(({ nodes }) => nodes)].flatMap(castOf)),
];

const castOf = (node: GraphNode): readonly string[] => {
  switch (node.kind) {
    case 'task':
    case 'reduce':
      return [node.agent, ...present(node.fallback)];
    case 'map':
    case 'loop':
      // A body of several nodes has agents of its own.
      return node.graph === null ? [node.agent, ...present(node.fallback)] : [];
    case 'delegate':
      return [node.planner, ...node.agents, ...present(node.reviewer)];
    default:
      return [];
  }
};

const present = (agent: string | null): readonly string[] => (agent === null ? [] : [agent]);
