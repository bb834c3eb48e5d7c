import { describe, expect, it } from 'vitest';
import { stagger } from '../../../../core/effects/stagger.ts';

describe('stagger', () => {
  it('lets four begin in a millisecond, and those behind them later and later', () => {
    let now = 50;
    const waits: number[] = [];
    const next = stagger(
      () => now,
      async (ms) => {
        waits.push(ms);
      },
    );
    expect([next(), next(), next(), next()]).toEqual([null, null, null, null]);
    for (let more = 0; more < 3; more += 1) expect(next()).not.toBeNull();
    expect(waits).toEqual([1, 1.25, 1.5]);
    now = 50.75;
    expect(next()).not.toBeNull();
    expect(waits.at(-1)).toBe(1);
  });

  it('owes nothing to a quiet time', () => {
    let now = 0;
    const next = stagger(
      () => now,
      async () => {},
    );
    for (let one = 0; one < 40; one += 1) void next();
    now = 500;
    expect([next(), next(), next(), next()]).toEqual([null, null, null, null]);
  });
});
