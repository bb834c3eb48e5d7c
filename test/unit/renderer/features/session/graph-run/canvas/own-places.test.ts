import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../../core/graph/index.ts';
import { ownPlaces } from '../../../../../../../renderer/features/session/graph-run/canvas/own-places.ts';

const graph = readGraph({
  nodes: [{ id: 'a', position: { x: 1, y: 2 } }, { id: 'b', position: { x: 3, y: 4 } }, { id: 'c' }],
}).graph;
const shapeOf = (ids: readonly string[], form: 'card' | 'frame' = 'card') => ({
  nodes: ids.map((id) => ({ id, frame: null, form })),
  wires: [],
});

describe('ownPlaces', () => {
  it('is where the graph says that its nodes stand', () => {
    expect(ownPlaces(shapeOf(['a', 'b']), graph)?.get('b')).toEqual({ x: 3, y: 4 });
  });

  it('is nothing where a place is missing, or a group is open', () => {
    expect(ownPlaces(shapeOf(['a', 'c']), graph)).toBeNull();
    expect(ownPlaces(shapeOf(['a', 'b'], 'frame'), graph)).toBeNull();
  });
});
