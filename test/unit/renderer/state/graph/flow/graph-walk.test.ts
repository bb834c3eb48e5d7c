import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../../core/graph/index.ts';
import { connect } from '../../../../../../renderer/state/graph/edit/change-nodes.ts';
import {
  cycleThrough,
  neighboursOf,
  nodeTowards,
  reachedFrom,
} from '../../../../../../renderer/state/graph/flow/graph-walk.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', deps: ['missing', 'a'] },
    { id: 'b', deps: ['a'] },
    { id: 'c', deps: ['a'] },
    { id: 'd', deps: ['b', 'c'] },
  ],
});
const neighbours = neighboursOf(graph);

describe('neighboursOf and reachedFrom', () => {
  it('know who stands before and behind, and leave out who is not there', () => {
    expect(neighbours.before.get('a')).toEqual([]);
    expect(neighbours.behind.get('a')).toEqual(['b', 'c']);
    expect([...reachedFrom(['d'], neighbours.before)]).toEqual(['d', 'b', 'c', 'a']);
    expect([...reachedFrom(['b'], neighbours.behind)]).toEqual(['b', 'd']);
  });
});

describe('cycleThrough', () => {
  it('names the way that a wire would close', () => {
    expect(cycleThrough(neighbours, 'd', 'a')).toEqual(['a', 'b', 'd', 'a']);
    expect(cycleThrough(neighbours, 'b', 'b')).toEqual(['b', 'b']);
    expect(cycleThrough(neighbours, 'a', 'd')).toBeNull();
    expect(cycleThrough(neighbours, 'b', 'c')).toBeNull();
  });

  it('refuses exactly the wires that make a cycle', () => {
    const wires = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
    fc.assert(
      fc.property(wires, fc.nat(7), fc.nat(7), (pairs, from, to) => {
        const nodes = Array.from({ length: 8 }, (_, index) => ({
          id: `n${index}`,
          deps: pairs
            .filter(([a, b]) => Math.max(a, b) === index && a !== b)
            .map(([a, b]) => `n${Math.min(a, b)}`),
        }));
        const { graph: random } = readGraph({ nodes });
        const wired = connect(random, `n${from}`, `n${to}`, null);
        const cycle = checkGraph(wired).some(({ code }) => code === 'cycle');
        expect(cycleThrough(neighboursOf(random), `n${from}`, `n${to}`) !== null).toBe(cycle);
      }),
      { verbose: 1 },
    );
  });
});

describe('nodeTowards', () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y });
  const here = at('here', 0, 0);
  const nodes = [
    here,
    at('right', 300, 20),
    at('far', 900, 0),
    at('aside', 250, 400),
    at('up', 0, -100),
    at('left', -300, 0),
  ];

  it('goes to the nearest node in the direction of the key', () => {
    expect(nodeTowards('ArrowRight', here, nodes)).toBe('right');
    expect(nodeTowards('ArrowLeft', here, nodes)).toBe('left');
    expect(nodeTowards('ArrowUp', here, nodes)).toBe('up');
    expect(nodeTowards('ArrowDown', here, nodes)).toBe('right');
    expect(nodeTowards('ArrowUp', at('top', 0, -900), nodes)).toBeUndefined();
  });
});
