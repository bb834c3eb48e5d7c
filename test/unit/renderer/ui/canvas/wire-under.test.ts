import { describe, expect, it } from 'vitest';
import { wireUnder } from '../../../../../renderer/ui/canvas/wire-under.ts';

const wire = (id: string, fromX: number, fromY: number, toX: number, toY: number) => ({
  id,
  tone: 'plain',
  fromX,
  fromY,
  toX,
  toY,
});

describe('wireUnder', () => {
  const straight = wire('straight', 0, 0, 400, 0);
  const falling = wire('falling', 0, 40, 400, 440);

  it('finds the nearest wire within reach, and none beyond it', () => {
    const wires = [straight, falling];
    expect(wireUnder(wires, { x: 200, y: 6 }, 8)?.id).toBe('straight');
    expect(wireUnder(wires, { x: 200, y: 240 }, 8)?.id).toBe('falling');
    expect(wireUnder(wires, { x: 200, y: 60 }, 8)).toBeUndefined();
    expect(wireUnder([straight, wire('near', 0, 10, 400, 10)], { x: 100, y: 8 }, 20)?.id).toBe('near');
    expect(wireUnder([], { x: 0, y: 0 }, 8)).toBeUndefined();
  });

  it('follows the bend of a wire that goes back', () => {
    const back = wire('back', 400, 0, 0, 200);
    // It leaves to the right before it turns: 6.25 times the root of its length.
    expect(wireUnder([back], { x: 416, y: 6 }, 4)?.id).toBe('back');
    expect(wireUnder([back], { x: 200, y: 20 }, 8)).toBeUndefined();
    expect(wireUnder([back], { x: 200, y: 100 }, 8)?.id).toBe('back');
  });
});
