import { describe, expect, it } from 'vitest';
import { type GraphNode, readGraph } from '../../../../../../core/graph/index.ts';
import { CARD_SIZE, sizeOf } from '../../../../../../renderer/state/graph/flow/node-size.ts';

const nodeOf = (data: Record<string, unknown>) =>
  readGraph({ nodes: [{ id: 'n', ...data }] }).graph.nodes[0] as GraphNode;

describe('sizeOf', () => {
  it('is that of a card, and of a frame what its file says', () => {
    expect(sizeOf(nodeOf({}))).toEqual(CARD_SIZE);
    expect(sizeOf(nodeOf({ kind: 'frame', size: { width: 700, height: 300 } }))).toEqual({
      width: 700,
      height: 300,
    });
    expect(sizeOf(nodeOf({ kind: 'frame' })).width).toBeGreaterThan(CARD_SIZE.width);
  });
});
