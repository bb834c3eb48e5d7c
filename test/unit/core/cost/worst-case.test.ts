import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costAt } from '../../../../core/cost/price-of.ts';
import { worstCase } from '../../../../core/cost/worst-case.ts';

const hosted = { provider: 'p', local: false, stub: false };

describe('worstCase', () => {
  it('is nothing on this machine and unknown without a price', () => {
    expect(worstCase(9, 9, { provider: 'ollama', local: true, stub: false })).toBe(0);
    expect(worstCase(9, 9, hosted)).toBeNull();
    expect(worstCase(9, 9, undefined)).toBeNull();
  });

  it('is never below the cost of a call within its tokens', () => {
    const rate = fc.nat(30_000_000);
    fc.assert(
      fc.property(
        fc.record({ input: rate, output: rate, cached_read: rate, cached_write: rate, reasoning: rate }),
        fc.nat(100_000),
        fc.nat(10_000),
        fc.tuple(...Array.from({ length: 5 }, () => fc.double({ min: 0, max: 1, noNaN: true }))),
        (rates, prompt, most, shares) => {
          const price = { table: 't', ...rates };
          const [a = 0, b = 0, c = 0, d = 0, e = 0] = shares;
          const input = Math.floor(prompt * a);
          const read = Math.floor(input * b);
          const output = Math.floor(most * d);
          const usage = {
            input,
            cached_read: read,
            cached_write: Math.floor((input - read) * c),
            output,
            reasoning: Math.floor(output * e),
          };
          const worst = worstCase(prompt, most, { ...hosted, price });
          expect(costAt(usage, price).microUsd ?? 0).toBeLessThanOrEqual(worst ?? -1);
        },
      ),
      { verbose: true },
    );
  });
});
