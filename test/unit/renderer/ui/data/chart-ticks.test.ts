import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartTicks } from '../../../../../renderer/ui/data/chart-ticks.ts';

describe('chartTicks', () => {
  it('names every round while there is room', () => {
    expect(chartTicks(1, 5, 8)).toEqual([1, 2, 3, 4, 5]);
  });

  it('thins them out and keeps both ends', () => {
    expect(chartTicks(1, 100, 6)).toEqual([1, 21, 41, 61, 81, 100]);
    expect(chartTicks(1, 12, 6)).toEqual([1, 4, 7, 10, 12]);
  });

  it('always begins at the first, ends at the last, and rises', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(5000), fc.integer({ min: 2, max: 20 }), (first, span, most) => {
        const ticks = chartTicks(first, first + span, most);
        expect(ticks[0]).toBe(first);
        expect(ticks.at(-1)).toBe(first + span);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
      }),
    );
  });
});
