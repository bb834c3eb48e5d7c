import { describe, expect, it } from 'vitest';
import { lackingVariables } from '../../../../../core/graph/checking/body-variables.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

describe('lackingVariables', () => {
  it('goes through every use of a graph, also of graphs that use each other', () => {
    const { graph } = readGraph({
      nodes: [
        { id: 'm', kind: 'map', graph: 'a', over: 'x', max_items: 1 },
        { id: 's', kind: 'subgraph', graph: 'b' },
      ],
      graphs: {
        a: { nodes: [{ id: 'l', kind: 'loop', graph: 'b', max: 1 }] },
        b: { nodes: [{ id: 's', kind: 'subgraph', graph: 'a' }] },
        c: { nodes: [{ id: 'x' }] },
      },
    });
    const lacking = lackingVariables(graph);
    expect([...(lacking.get('a') ?? [])]).toEqual(['item', 'index', 'previous', 'iteration']);
    expect([...(lacking.get('b') ?? [])]).toEqual(['item', 'index', 'previous', 'iteration']);
    expect(lacking.has('c')).toBe(false);
  });
});
