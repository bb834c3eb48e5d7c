import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { expandGraph, refused } from '../../../../../core/graph/running/expand-graph.ts';

const expand = (value: object) => {
  const { graph } = readGraph(value);
  return expandGraph(graph, {
    file: graph,
    prefix: 'p/',
    bind: () => [],
    edges: [{ node: 'before', port: 'yes' }],
    breakpoint: true,
    depth: 0,
    shared: { bodies: new Map(), branches: new Set(), nodes: 0 },
  });
};

describe('expandGraph', () => {
  it('lets the nodes without dependencies wait for what the graph waits for, and stops before them', () => {
    const { nodes, output } = expand({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] });
    expect(nodes).toMatchObject([
      { id: 'p/a', deps: ['before'], ports: { before: 'yes' }, breakpoint: true },
      { id: 'p/b', deps: ['p/a'], ports: {}, breakpoint: false },
    ]);
    expect(output).toBe('p/b');
  });

  it('has the last node without dependants as output, unless another is named that runs', () => {
    const nodes = [{ id: 'a' }, { id: 'b' }, { id: 'n', kind: 'note' }, { id: 'off', disabled: true }];
    expect(expand({ nodes }).output).toBe('p/b');
    expect(expand({ nodes, output: 'a' }).output).toBe('p/a');
    expect(expand({ nodes, output: 'off' }).output).toBe('p/b');
    expect(expand({ nodes: [nodes[2]] }).output).toBeNull();
  });
});

describe('refused', () => {
  it('is bad input that started nothing', () => {
    expect(refused('It is so.')).toMatchObject({ code: 'input/invalid', message: 'It is so.' });
  });
});
