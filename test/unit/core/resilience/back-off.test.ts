import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from '../../../../core/resilience/back-off.ts';

describe('backOffMs', () => {
  it('doubles, and leaves half of the wait to chance', () => {
    expect([1, 2, 3].map((retry) => backOffMs(retry, 0))).toEqual([250, 500, 1000]);
    expect([1, 2, 3].map((retry) => backOffMs(retry, 1))).toEqual([500, 1000, 2000]);
  });

  it('stays between a quarter of a second and eight seconds, and grows with the draw', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (retry, draw) => {
          const wait = backOffMs(retry, draw);
          expect(wait).toBeGreaterThanOrEqual(250);
          expect(wait).toBeLessThanOrEqual(8000);
          expect(wait).toBeGreaterThanOrEqual(backOffMs(retry, 0));
        },
      ),
    );
  });
});
