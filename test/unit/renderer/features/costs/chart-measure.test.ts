import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../../../renderer/features/costs/chart-measure.ts';

const bucket = (usd: number, calls: number) => ({ key: '2026-11-21', usd, calls, unknownCalls: 0 });

describe('measureOf', () => {
  it('is what was spent, if only in one stretch', () => {
    const measure = measureOf([bucket(0, 3), bucket(0.5, 1)]);
    expect([measure.name, measure.of(bucket(0.5, 1)), measure.words(bucket(0.5, 1))]).toEqual([
      'Cost',
      0.5,
      '$0.50',
    ]);
  });

  it('is the calls where they cost nothing, with whole numbers beside the axis', () => {
    const measure = measureOf([bucket(0, 0), bucket(0, 1)]);
    expect([measure.name, measure.of(bucket(0, 1)), measure.words(bucket(0, 1))]).toEqual([
      'Calls',
      1,
      '1 call',
    ]);
    expect([0, 0.5, 1, 20_000].map((value) => measure.tick(value, 0.5))).toEqual(['0', '', '1', '20k']);
  });

  it('is what was spent where there was no call', () => {
    expect(measureOf([bucket(0, 0)]).name).toBe('Cost');
  });
});
