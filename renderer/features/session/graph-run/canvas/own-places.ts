import type { Graph } from '../../../../../core/graph/index.ts';
import type { RunShape } from './run-shape.ts';

/** Where the graph says that its nodes stand; null where it does not say it of all, or a group takes more room now. */
export const ownPlaces = (
  { nodes }: RunShape,
  graph: Pick<Graph, 'nodes'>,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> | null => {
  if (nodes.some(({ form }) => form !== 'card')) return null;
  const own = new Map(graph.nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])));
  return nodes.every(({ id }) => own.has(id)) ? own : null;
};
