import { describe, expect, it } from 'vitest';
import { flowCard } from '../../../../../renderer/ui/canvas/flow-card.ts';

const port = (id: string) => ({ id, label: null, type: 'text', at: 0.5 });

describe('flowCard', () => {
  it('says place, size and ports, so that nothing is measured', () => {
    const card = flowCard({
      id: 'a',
      place: { x: 8, y: 16 },
      size: { width: 200, height: 80 },
      inputs: [port('in')],
      outputs: [port('out')],
    });
    expect(card).toMatchObject({
      id: 'a',
      position: { x: 8, y: 16 },
      width: 200,
      measured: { width: 200, height: 80 },
    });
    expect(card.handles.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['in', -5, 35],
      ['out', 195, 35],
    ]);
  });

  it('is a card of the usual size where none is said', () => {
    expect(flowCard({ id: 'a', place: { x: 0, y: 0 }, inputs: [], outputs: [] })).toMatchObject({
      width: 240,
      height: 104,
      handles: [],
    });
  });
});
