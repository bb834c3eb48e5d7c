import { describe, expect, it } from 'vitest';
import { startViewport } from '../../../../../../../renderer/features/session/graph-run/canvas/start-viewport.ts';

const room = { width: 1000, height: 600 };

describe('startViewport', () => {
  it('shows a small graph whole, at its own size, in the middle', () => {
    expect(startViewport({ x: 0, y: 0, width: 400, height: 200 }, room, null)).toEqual({
      zoom: 1,
      x: 300,
      y: 200,
    });
  });

  it('makes a larger one smaller, but not smaller than one can read', () => {
    expect(startViewport({ x: 0, y: 0, width: 1150, height: 100 }, room, null).zoom).toBeCloseTo(0.8);
    expect(startViewport({ x: 0, y: 0, width: 9000, height: 100 }, room, null)).toMatchObject({
      zoom: 0.7,
      x: 40,
    });
  });

  it('goes to what is looked for, and not beyond the end', () => {
    const graph = { x: 0, y: 0, width: 9000, height: 100 };
    const box = { y: 0, width: 200, height: 100 };
    expect(startViewport(graph, room, { ...box, x: 4000 }).x).toBeCloseTo(500 - 4100 * 0.7);
    expect(startViewport(graph, room, { ...box, x: 8800 }).x).toBeCloseTo(960 - 9000 * 0.7);
    expect(startViewport(graph, room, { ...box, x: 0 }).x).toBe(40);
  });
});
