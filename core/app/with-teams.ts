import type { Graph, GraphNode } from '../graph/index.ts';
import { graphCast } from './graph-cast.ts';

/** Seats of a specification. */
const MOST_AGENTS = 64;

const nameOf = (reference: string): string => reference.split('@', 1)[0] as string;

/**
 * The graph with everybody of the library in the team of each node that delegates and names nobody, but for its
 * planner and its reviewer, so that specialists are found by their descriptions. `library` holds references or names.
 * Somebody whom the graph names in a certain version is offered in that one.
 */
export const withTeams = (graph: Graph, library: readonly string[]): Graph => {
  const named = new Map(graphCast(graph).map((reference) => [nameOf(reference), reference]));
  const everybody = [...new Set(library.map(nameOf))].map((name) => named.get(name) ?? name);
  const within = (around: Graph): Graph => ({
    ...around,
    nodes: around.nodes.map((node) => withTeam(node, everybody)),
    graphs: Object.fromEntries(Object.entries(around.graphs).map(([name, body]) => [name, within(body)])),
  });
  return within(graph);
};

const withTeam = (node: GraphNode, everybody: readonly string[]): GraphNode => {
  if (node.kind !== 'delegate' || node.agents.length > 0) return node;
  const apart = new Set([node.planner, node.reviewer ?? ''].map(nameOf));
  const others = everybody.filter((reference) => !apart.has(nameOf(reference)));
  return { ...node, agents: (others.length > 0 ? others : everybody).slice(0, MOST_AGENTS) };
};
