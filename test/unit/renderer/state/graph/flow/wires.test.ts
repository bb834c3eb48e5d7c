import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { wireEnds, wireId, wiresOf } from '../../../../../../renderer/state/graph/flow/wires.ts';

describe('wiresOf', () => {
  it('draws each dependency once, from the way that it asks for', () => {
    const { graph } = readGraph({
      nodes: [
        { id: 'check', kind: 'condition', test: { contains: 'x' }, deps: ['gone'] },
        { id: 'yes', deps: [{ node: 'check', port: 'yes' }] },
        { id: 'odd', deps: [{ node: 'yes', port: 'no-such-way' }, 'check'] },
      ],
    });
    expect(wiresOf(graph).map(({ from, port, to, type }) => [from, port, to, type])).toEqual([
      ['check', 'yes', 'yes', 'branch'],
      ['yes', 'out', 'odd', 'text'],
      ['check', 'out', 'odd', 'branch'],
    ]);
  });
});

describe('wireEnds', () => {
  it('reads what wireId wrote', () => {
    expect(wireEnds(wireId('a -> b', 'c'))).toEqual({ from: 'a -> b', to: 'c' });
  });
});
