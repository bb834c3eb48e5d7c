import type { GraphNode } from '../../../../core/graph/index.ts';
import { type Places, placeByLevel } from '../layout/layout-graph.ts';
import { CARD_SIZE, sizeOf } from './node-size.ts';
import { wiresOf } from './wires.ts';

/** Places of all nodes: those of the file, and found ones for nodes that have none there. */
export const placesOfNodes = (nodes: readonly GraphNode[], found: Places): Places => {
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  let missing = false;
  for (const { id, position } of nodes) {
    const place = position ?? found.get(id);
    if (place === undefined) missing = true;
    else if (!places.has(id)) places.set(id, place);
  }
  if (!missing) return places;
  const homeless = nodes.filter(({ id }) => !places.has(id));
  const levels = placeByLevel(
    homeless.map((node) => ({ id: node.id, ...sizeOf(node) })),
    wiresOf({ nodes: homeless }),
  );
  // Below what has a place already.
  let lowest = -GAP;
  for (const { y } of places.values()) lowest = Math.max(lowest, y + CARD_SIZE.height);
  for (const [id, { x, y }] of levels) places.set(id, { x, y: y + lowest + GAP });
  return places;
};

const GAP = 40;
