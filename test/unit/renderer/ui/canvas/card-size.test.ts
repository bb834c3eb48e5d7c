import { describe, expect, it } from 'vitest';
import { CARD, portBounds } from '../../../../../renderer/ui/canvas/card-size.ts';

const port = (id: string, at: number) => ({ id, label: null, type: 'text', at });

describe('portBounds', () => {
  it('lie at the sides, in the middle of where their port is drawn', () => {
    expect(portBounds([port('in', 0.5)], [port('yes', 0.25)], { width: 200, height: 80 })).toEqual([
      { id: 'in', type: 'target', position: 'left', x: -5, y: 35, width: 10, height: 10 },
      { id: 'yes', type: 'source', position: 'right', x: 195, y: 15, width: 10, height: 10 },
    ]);
  });

  it('are those of a card where no size is said', () => {
    expect(portBounds([], [port('out', 0.5)])[0]).toMatchObject({
      x: CARD.width - 5,
      y: CARD.height / 2 - 5,
    });
  });
});
