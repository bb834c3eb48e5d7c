import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { compareGraphs } from '../../../../../../renderer/state/graph/flow/compare-graphs.ts';
import { wireId } from '../../../../../../renderer/state/graph/flow/wires.ts';

const graphOf = (...nodes: readonly unknown[]) => readGraph({ nodes }).graph;

describe('compareGraphs', () => {
  it('tells added, removed, changed and rewired apart, and draws both together', () => {
    const before = graphOf(
      { id: 'a' },
      { id: 'b', deps: ['a'] },
      { id: 'c', deps: ['b'] },
      { id: 'old', deps: ['a'] },
    );
    const after = graphOf(
      { id: 'a', prompt: 'other' },
      { id: 'b', deps: ['a'] },
      { id: 'c', deps: ['a'] },
      { id: 'new', deps: ['c'] },
    );
    const { nodes, wires, together } = compareGraphs(before, after);
    expect(Object.fromEntries(nodes)).toEqual({ a: 'changed', c: 'rewired', new: 'added', old: 'removed' });
    expect(Object.fromEntries(wires)).toEqual({
      [wireId('a', 'c')]: 'added',
      [wireId('b', 'c')]: 'removed',
      [wireId('c', 'new')]: 'added',
      [wireId('a', 'old')]: 'removed',
    });
    expect(together.nodes.map(({ id, deps }) => [id, deps])).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', ['a', 'b']],
      ['new', ['c']],
      ['old', ['a']],
    ]);
  });

  it('names what differs beside the nodes', () => {
    const before = readGraph({ nodes: [{ id: 'a' }], graphs: { part: { nodes: [{ id: 'x' }] } } }).graph;
    const after = readGraph({
      nodes: [{ id: 'a' }],
      inputs: { topic: '' },
      graphs: { part: { nodes: [{ id: 'y' }] } },
    }).graph;
    expect(compareGraphs(before, after).besides).toEqual(['inputs', 'graph part']);
    expect(compareGraphs(before, before).besides).toEqual([]);
  });

  it('finds nothing in a move', () => {
    const before = graphOf({ id: 'a', position: { x: 0, y: 0 } });
    const after = graphOf({ id: 'a', position: { x: 80, y: 8 } });
    const { nodes, wires } = compareGraphs(before, after);
    expect([nodes.size, wires.size]).toEqual([0, 0]);
  });
});
