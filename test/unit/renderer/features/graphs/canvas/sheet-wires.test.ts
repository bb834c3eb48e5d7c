import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { sheetWires } from '../../../../../../renderer/features/graphs/canvas/sheet-wires.ts';
import { wiresOf } from '../../../../../../renderer/state/graph/index.ts';

describe('sheetWires', () => {
  it('goes from the port of a way to the port of the next card', () => {
    const { graph } = readGraph({
      nodes: [
        { id: 'check', kind: 'condition', test: { contains: 'x' } },
        { id: 'end', deps: [{ node: 'check', port: 'no' }] },
      ],
    });
    const places = new Map([
      ['check', { x: 0, y: 0 }],
      ['end', { x: 400, y: 100 }],
    ]);
    const [wire] = sheetWires(wiresOf(graph), graph.nodes, places, () => 'lit');
    expect(wire).toMatchObject({ tone: 'lit', fromX: 245, toX: 395, toY: 152 });
    expect(wire?.fromY).toBeGreaterThan(52);
    expect(sheetWires(wiresOf(graph), graph.nodes, new Map(), () => undefined)).toEqual([]);
  });
});
