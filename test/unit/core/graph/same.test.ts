import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../../../core/graph/same.ts';

describe('same', () => {
  it('compares data, not objects', () => {
    expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(same({ a: undefined }, {})).toBe(true);
    expect(same({ a: null }, {})).toBe(false);
    expect(same([], {})).toBe(false);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same({ a: undefined, b: 1 }, { c: 1 })).toBe(false);
    expect(same(Number.NaN, Number.NaN)).toBe(true);
  });

  it('agrees with what JSON would write', () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      return Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, sorted(member)]);
    };
    const data = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(data, data, (a, b) => {
        expect(same(a, JSON.parse(JSON.stringify(a)))).toBe(JSON.stringify(a) !== '-0' && !hasMinusZero(a));
        const written = [a, b].map((value) => JSON.stringify([Array.isArray(value), sorted(value)]));
        if (!hasMinusZero([a, b])) expect(same(a, b)).toBe(written[0] === written[1]);
      }),
      { verbose: true },
    );
  });

  it('goes to any depth', () => {
    const deep = () => {
      let value: unknown = 1;
      for (let level = 0; level < 100_000; level += 1) value = [value];
      return value;
    };
    expect(same(deep(), deep())).toBe(true);
  });
});

const hasMinusZero = (value: unknown): boolean =>
  Object.is(value, -0) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasMinusZero));
