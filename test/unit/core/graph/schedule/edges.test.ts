import { describe, expect, it } from 'vitest';
import { createEdges, type Edges } from '../../../../../core/graph/schedule/edges.ts';

const edgesOf = (edges: Edges, node: number): [number, number][] => {
  const found: [number, number][] = [];
  for (let edge = edges.firstOf(node); edge !== 0; edge = edges.after(edge)) {
    found.push([edges.targetOf(edge), edges.portOf(edge)]);
  }
  return found;
};

describe('createEdges', () => {
  it('keeps the dependants of each node in the order in which they came, through every growth', () => {
    const edges = createEdges();
    const expected: [number, number][][] = [];
    for (let node = 0; node < 100; node += 1) {
      edges.grow(node + 1);
      expected.push([]);
      for (let from = 0; from < node; from += 7) {
        edges.add(from, node, node % 3);
        expected[from]?.push([node, node % 3]);
      }
    }
    expected.forEach((list, node) => {
      expect(edgesOf(edges, node)).toEqual(list);
    });
  });
});
