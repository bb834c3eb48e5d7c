import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUsd } from '../../../../core/projections/add-usd.ts';

describe('addUsd', () => {
  it('keeps unknown unknown', () => {
    expect(addUsd(null, 5)).toBeNull();
    expect(addUsd(1, null)).toBeNull();
  });

  it('adds as integers do, however many parts there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000), { maxLength: 200 }), (parts) => {
        const sum = parts.reduce<number | null>(addUsd, 0);
        expect(sum).toBe(parts.reduce((left, right) => left + right, 0) / 1e6);
      }),
      { verbose: true },
    );
  });
});
