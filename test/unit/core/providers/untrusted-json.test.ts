import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, listOf, recordOf, textOf } from '../../../../core/providers/untrusted-json.ts';

describe('reads of untrusted JSON', () => {
  it('give what is of the right type', () => {
    const record = { a: 1 };
    expect(recordOf(record)).toBe(record);
    expect(listOf([1, 2])).toEqual([1, 2]);
    expect(textOf('a')).toBe('a');
    expect(countOf(0)).toBe(0);
  });

  it('give the empty answer for everything else and never throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kinds = [recordOf(value) !== null, Array.isArray(value), typeof value === 'string'];
        expect(kinds.filter(Boolean).length).toBeLessThanOrEqual(1);
        if (!Array.isArray(value)) expect(listOf(value)).toEqual([]);
        if (typeof value !== 'string') expect(textOf(value)).toBe('');
        const count = countOf(value);
        if (count !== undefined) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }),
      { seed: 11 },
    );
  });

  it('do not take a wrong count for 0', () => {
    for (const wrong of [null, '3', -1, 1.5, Number.NaN, 1e300]) expect(countOf(wrong)).toBeUndefined();
  });
});
