import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { placesOfNodes } from '../../../../../../renderer/state/graph/flow/places.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', position: { x: 10, y: 500 } },
    { id: 'b', deps: ['a'] },
    { id: 'c', deps: ['b'] },
  ],
});

describe('placesOfNodes', () => {
  it('puts nodes without a place below the others, by their level', () => {
    const places = placesOfNodes(graph.nodes, new Map());
    expect(places.get('a')).toEqual({ x: 10, y: 500 });
    const [b, c] = [places.get('b'), places.get('c')];
    expect(b?.y).toBeGreaterThan(604);
    expect(c?.x).toBeGreaterThan(b?.x ?? Number.NaN);
  });

  it('takes a place that was found, and the one of the file before it', () => {
    const found = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 1, y: 2 }],
      ['c', { x: 3, y: 4 }],
    ]);
    expect(Object.fromEntries(placesOfNodes(graph.nodes, found))).toEqual({
      a: { x: 10, y: 500 },
      b: { x: 1, y: 2 },
      c: { x: 3, y: 4 },
    });
  });
});
