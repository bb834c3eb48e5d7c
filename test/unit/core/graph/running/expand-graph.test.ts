import { describe, expect, it } from 'vitest';
import { ENDED_PORT, usedDeps } from '../../../../../core/graph/port-of.ts';
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
    shared: { bodies: new Map(), branches: new Set(), nodes: 0, edges: 0 },
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

  it('lets what comes behind a subgraph wait for all of it, and use only what it gives', () => {
    const part = {
      output: 'a',
      nodes: [{ id: 'a' }, { id: 'after', deps: ['a'] }, { id: 'in', kind: 'subgraph', graph: 'deep' }],
    };
    const { nodes } = expand({
      nodes: [
        { id: 's', kind: 'subgraph', graph: 'part' },
        { id: 'next', deps: ['s'] },
        { id: 'asks', kind: 'condition', deps: ['s'], test: { contains: 'x' } },
      ],
      graphs: { part, deep: { nodes: [{ id: 'x' }, { id: 'y' }] } },
    });
    const behind = {
      deps: ['p/s/a', 'p/s/after', 'p/s/in/x', 'p/s/in/y'],
      ports: { 'p/s/after': ENDED_PORT, 'p/s/in/x': ENDED_PORT, 'p/s/in/y': ENDED_PORT },
    };
    expect(nodes.at(-2)).toMatchObject({ id: 'p/next', ...behind });
    expect(nodes.at(-1)).toMatchObject({ id: 'p/asks', input: '{{nodes["p/s/a"].output}}', ...behind });
    expect(usedDeps(nodes.at(-2) as never)).toEqual(['p/s/a']);
  });

  it('refuses what would wait for each other in millions of ways', () => {
    const many = (count: number, more: object = {}) =>
      Array.from({ length: count }, (_, at) => ({ id: `n${at}`, ...more }));
    const value = {
      nodes: [{ id: 's', kind: 'subgraph', graph: 'wide' }, ...many(1_500, { deps: ['s'] })],
      graphs: { wide: { nodes: many(1_500) } },
    };
    expect(() => expand(value)).toThrow('in over 2000000 ways');
  });
});

describe('refused', () => {
  it('is bad input that started nothing', () => {
    expect(refused('It is so.')).toMatchObject({ code: 'input/invalid', message: 'It is so.' });
  });
});
