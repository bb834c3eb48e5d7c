import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelLayout } from '../../../../../../../renderer/features/session/graph-run/canvas/level-layout.ts';

const box = (id: string, height = 100) => ({ id, width: 240, height });

describe('levelLayout', () => {
  it('stands in columns, a join beside the middle of what it joins', () => {
    const places = levelLayout(
      ['plan', 'a', 'b', 'join'].map((id) => box(id)),
      [
        { from: 'plan', to: 'a' },
        { from: 'plan', to: 'b' },
        { from: 'a', to: 'join' },
        { from: 'b', to: 'join' },
        { from: 'gone', to: 'a' },
      ],
    );
    expect([...places].map(([id, { x, y }]) => [id, x, y])).toEqual([
      ['plan', 0, 64],
      ['a', 320, 0],
      ['b', 320, 136],
      ['join', 640, 64],
    ]);
  });

  it('puts everything right of what it waits for, and nothing over anything else', () => {
    const anyGraph = fc.integer({ min: 1, max: 14 }).chain((count) =>
      fc.record({
        heights: fc.array(fc.integer({ min: 40, max: 400 }), { minLength: count, maxLength: count }),
        lines: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }),
      }),
    );
    fc.assert(
      fc.property(anyGraph, ({ heights, lines }) => {
        const boxes = heights.map((height, index) => box(`n${index}`, height));
        const forward = lines
          .filter(([from, to]) => from < to)
          .map(([from, to]) => ({ from: `n${from}`, to: `n${to}` }));
        const places = levelLayout(boxes, forward);
        for (const { from, to } of forward) {
          expect(places.get(to)?.x).toBeGreaterThan(places.get(from)?.x ?? Number.POSITIVE_INFINITY);
        }
        const placed = boxes.map(({ id, height }) => ({ ...(places.get(id) ?? { x: 0, y: 0 }), height }));
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            const apart = one.x !== other.x || one.y + one.height < other.y || other.y + other.height < one.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { verbose: true },
    );
  });

  it('is the same for the same graph, ends for a circle, and knows no nodes of none', () => {
    const circle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(levelLayout([box('a'), box('b')], circle)).toEqual(levelLayout([box('a'), box('b')], circle));
    expect(levelLayout([box('a'), box('b')], circle).size).toBe(2);
    expect(levelLayout([], []).size).toBe(0);
  });
});
