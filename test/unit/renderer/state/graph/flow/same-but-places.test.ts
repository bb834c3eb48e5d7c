import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { changeNode, moveNodes } from '../../../../../../renderer/state/graph/edit/change-nodes.ts';
import { sameButPlaces } from '../../../../../../renderer/state/graph/flow/same-but-places.ts';

const { graph } = readGraph({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] });

describe('sameButPlaces', () => {
  it('is true of a move and of nothing else', () => {
    expect(sameButPlaces(graph, graph)).toBe(true);
    const moved = moveNodes(graph, new Map([['a', { x: 1, y: 2 }]]));
    expect(sameButPlaces(graph, moved)).toBe(true);
    expect(
      sameButPlaces(
        graph,
        changeNode(graph, 'a', (node) => ({ ...node, title: 'A' })),
      ),
    ).toBe(false);
    expect(
      sameButPlaces(
        graph,
        changeNode(moved, 'a', (node) => ({ ...node, deps: ['b'] })),
      ),
    ).toBe(false);
    expect(sameButPlaces(graph, { ...graph, nodes: graph.nodes.slice(1) })).toBe(false);
    expect(sameButPlaces(graph, { ...graph, inputs: { topic: '' } })).toBe(false);
  });
});
