import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistogram } from '../../../../core/telemetry/histogram.ts';

describe('createHistogram', () => {
  it('counts a value that equals a bound below it', () => {
    const histogram = createHistogram([1, 5]);
    for (const value of [0, 1, 1.5, 5, 6]) histogram.observe(value);
    expect(histogram.samples({ model: 'm' })).toEqual([
      { suffix: '_bucket', labels: { model: 'm', le: '1' }, value: 2 },
      { suffix: '_bucket', labels: { model: 'm', le: '5' }, value: 4 },
      { suffix: '_bucket', labels: { model: 'm', le: '+Inf' }, value: 5 },
      { suffix: '_sum', labels: { model: 'm' }, value: 13.5 },
      { suffix: '_count', labels: { model: 'm' }, value: 5 },
    ]);
  });

  it('has buckets that only rise, up to the count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (values) => {
        const histogram = createHistogram([1, 2, 10, 40]);
        for (const value of values) histogram.observe(value);
        const buckets = histogram
          .samples()
          .filter(({ suffix }) => suffix === '_bucket')
          .map(({ value }) => value);
        expect(buckets).toEqual(buckets.toSorted((left, right) => left - right));
        expect(buckets.at(-1)).toBe(values.length);
        expect(buckets[2]).toBe(values.filter((value) => value <= 10).length);
      }),
      { verbose: true },
    );
  });
});
