import { describe, expect, it } from 'vitest';
import { flowEdges } from '../../../../../../renderer/features/graphs/canvas/flow-edges.ts';

const wires = [
  { id: 'w1', from: 'a', port: 'out', to: 'b', type: 'text' },
  { id: 'w2', from: 'c', port: 'yes', to: 'b', type: 'branch' },
];

describe('flowEdges', () => {
  it('draws wires from their ports, and again only what has changed', () => {
    const first = flowEdges(wires, new Set(['w1']), () => undefined, new Map());
    expect(first.get('w2')).toMatchObject({ source: 'c', sourceHandle: 'yes', target: 'b', selected: false });
    const again = flowEdges(wires, new Set(), ({ id }) => (id === 'w1' ? 'lit' : undefined), first);
    expect(again.get('w1')).toMatchObject({ selected: false, data: { tone: 'lit' } });
    expect(again.get('w2')).toBe(first.get('w2'));
    const other = flowEdges([{ ...wires[1], port: 'no' } as never], new Set(), () => undefined, first);
    expect(other.get('w2')).toMatchObject({ sourceHandle: 'no' });
    expect(other.has('w1')).toBe(false);
  });
});
