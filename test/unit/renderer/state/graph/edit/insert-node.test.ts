import { describe, expect, it } from 'vitest';
import { type GraphNode, readGraph } from '../../../../../../core/graph/index.ts';
import {
  freePlace,
  insertNode,
  newNode,
  patternsThatFit,
  placeBehind,
} from '../../../../../../renderer/state/graph/edit/insert-node.ts';
import { nodePatterns } from '../../../../../../renderer/state/graph/edit/new-node.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', position: { x: 0, y: 0 } },
    { id: 'check', kind: 'condition', test: { contains: 'x' }, deps: ['a'], position: { x: 320, y: 0 } },
    { id: 'b', deps: [{ node: 'check', port: 'no' }], position: { x: 640, y: 0 } },
  ],
});
const places = new Map(graph.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));
const task = nodePatterns[0] as (typeof nodePatterns)[number];

describe('insertNode', () => {
  it('takes the place of a wire, the way that it went included', () => {
    const node = newNode(graph, task, 0, 0) as GraphNode;
    const next = insertNode(graph, node, { x: 0, y: 0, behind: { from: 'check', way: 'no' }, before: 'b' });
    expect(next.nodes.at(-1)).toMatchObject({ id: 'task', deps: ['check'], ports: { check: 'no' } });
    expect(next.nodes.find(({ id }) => id === 'b')).toMatchObject({ deps: ['task'], ports: {} });
  });

  it('gives the first way of a node that has ways', () => {
    const approval = nodePatterns.find(({ id }) => id === 'approval') as (typeof nodePatterns)[number];
    const node = newNode(graph, approval, 0, 0) as GraphNode;
    const next = insertNode(graph, node, { x: 0, y: 0, before: 'a' });
    expect(next.nodes.find(({ id }) => id === 'a')?.ports).toEqual({ approval: 'approved' });
  });
});

describe('patternsThatFit', () => {
  it('offers everything on an empty place, and what has wires at a wire', () => {
    expect(patternsThatFit(nodePatterns, graph, {})).toBe(nodePatterns);
    const words = patternsThatFit(nodePatterns, graph, { behind: { from: 'a', way: null } }).map(
      ({ id }) => id,
    );
    expect(words).toContain('map');
    expect(words).not.toContain('note');
  });

  it('offers no list behind a way', () => {
    const words = patternsThatFit(nodePatterns, graph, { behind: { from: 'check', way: 'yes' } }).map(
      ({ id }) => id,
    );
    expect(words).not.toContain('map');
    expect(words).not.toContain('reduce');
    expect(words).toContain('task');
  });
});

describe('freePlace and placeBehind', () => {
  it('go down until nothing is covered', () => {
    expect(freePlace(graph.nodes, places, 2000, 5)).toEqual({ x: 2000, y: 5 });
    expect(freePlace(graph.nodes, places, 10, 10).y).toBeGreaterThan(104);
    expect(placeBehind(graph.nodes, places, 'b')).toEqual({ x: 960, y: 0 });
    expect(placeBehind(graph.nodes, places, 'a').y).toBeGreaterThan(0);
  });
});
