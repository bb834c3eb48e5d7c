import type { Graph } from '../../../../core/graph/index.ts';
import type { Size } from '../flow/node-size.ts';
import { changeNode } from './change-nodes.ts';

/** Smaller, a frame would hold no card. */
const LEAST_FRAME: Size = { width: 160, height: 96 };

/** A frame with another size, on whole steps of the grid; whatever is no frame stays. */
export const resizeFrame = (graph: Graph, id: string, size: Size, grid: number): Graph => {
  const snapped = (value: number, least: number) => Math.max(least, Math.round(value / grid) * grid);
  const width = snapped(size.width, LEAST_FRAME.width);
  const height = snapped(size.height, LEAST_FRAME.height);
  return changeNode(graph, id, (node) =>
    node.kind !== 'frame' || (node.size?.width === width && node.size.height === height)
      ? node
      : { ...node, size: { width, height } },
  );
};
