import { useEffect, useState } from 'react';
import type { Graph } from '../../../../../core/graph/index.ts';
import { layOut, type Places, placeByLevel } from '../../../../state/graph/index.ts';
import { GRID } from '../../../../ui/canvas/index.ts';
import { type Placed, placeShape } from './place-shape.ts';
import type { RunShape } from './run-shape.ts';

/** Above this, columns by level: a layout that is looked at from afar need not take seconds. */
const MOST_LAID_OUT = 600;

interface Laid {
  readonly shape: RunShape;
  readonly placed: ReadonlyMap<string, Placed>;
}

/**
 * Places for what is drawn, null until there are some. While new ones are found the old ones stand with their shape.
 * Where the graph says the places of all its nodes and no group is open, they are taken.
 */
export const useRunLayout = (shape: RunShape, graph: Graph): Laid | null => {
  const [laid, setLaid] = useState<Laid | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const own = ownPlaces(shape, graph);
    const find = own === null ? searched(abort.signal) : () => own;
    void placeShape(shape, find).then((placed) => {
      if (!abort.signal.aborted) setLaid({ shape, placed });
    });
    return () => abort.abort();
  }, [shape, graph]);
  return laid;
};

const searched =
  (signal: AbortSignal): Parameters<typeof placeShape>[1] =>
  async (nodes, wires) => {
    if (nodes.length > MOST_LAID_OUT || signal.aborted) return placeByLevel(nodes, wires);
    try {
      return await layOut(nodes, wires, GRID, signal);
    } catch {
      // Without the worker the graph is less pretty and no less true.
      return placeByLevel(nodes, wires);
    }
  };

const ownPlaces = (shape: RunShape, graph: Graph): Places | null => {
  if (shape.nodes.some(({ form }) => form !== 'card')) return null;
  const own = new Map(graph.nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])));
  return shape.nodes.every(({ id }) => own.has(id)) ? own : null;
};
