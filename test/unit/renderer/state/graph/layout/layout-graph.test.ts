import { describe, expect, it } from 'vitest';
import {
  layoutQuestion,
  placeByLevel,
  placesOf,
} from '../../../../../../renderer/state/graph/layout/layout-graph.ts';

const node = (id: string) => ({ id, width: 240, height: 104 });
const nodes = ['a', 'b', 'c', 'd'].map(node);
const wires = [
  { from: 'a', to: 'b' },
  { from: 'a', to: 'c' },
  { from: 'b', to: 'd' },
  { from: 'c', to: 'd' },
];

describe('placeByLevel', () => {
  it('puts columns by the longest way and rows below each other', () => {
    const places = placeByLevel(nodes, wires);
    const x = nodes.map(({ id }) => places.get(id)?.x ?? Number.NaN);
    expect([x[0] === 0, x[1] === x[2], (x[3] ?? 0) > (x[1] ?? 0)]).toEqual([true, true, true]);
    expect(places.get('b')?.y).not.toBe(places.get('c')?.y);
  });

  it('places the nodes of a cycle too, and minds no wire to nowhere', () => {
    const places = placeByLevel(nodes, [...wires, { from: 'd', to: 'a' }, { from: 'x', to: 'y' }]);
    expect(places.size).toBe(4);
  });

  it('goes along a chain of 100,000 without a stack', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => node(String(index)));
    const chain = many.slice(1).map(({ id }, index) => ({ from: String(index), to: id }));
    expect(placeByLevel(many, chain).get('99999')?.y).toBe(0);
  });
});

describe('layoutQuestion and placesOf', () => {
  it('ask with sizes and wires, and answer on whole grid steps', () => {
    const question = layoutQuestion(nodes, wires);
    expect(question.children).toHaveLength(4);
    expect(question.edges?.[1]).toMatchObject({ sources: ['a'], targets: ['c'] });
    // The library throws at a wire to nowhere, as to a node that is held as a note.
    expect(layoutQuestion(nodes, [...wires, { from: 'a', to: 'x' }]).edges).toEqual(question.edges);
    const places = placesOf({ id: 'graph', children: [{ id: 'a', x: 13, y: 3.9 }, { id: 'b' }] }, 8);
    expect(Object.fromEntries(places)).toEqual({ a: { x: 16, y: 0 }, b: { x: 0, y: 0 } });
  });
});
