import type { GraphNode } from '../../../../core/graph/index.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of a card in pixels; the canvas draws them so. */
export const CARD_SIZE: Size = { width: 240, height: 104 };
const NOTE: Size = { width: 240, height: 104 };
const FRAME: Size = { width: 560, height: 320 };

export const sizeOf = (node: GraphNode): Size => {
  if (node.kind === 'frame') return node.size ?? FRAME;
  return node.kind === 'note' ? NOTE : CARD_SIZE;
};
