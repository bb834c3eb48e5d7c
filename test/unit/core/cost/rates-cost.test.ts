import { describe, expect, it } from 'vitest';
import { ratesCost, ratesFor } from '../../../../core/cost/rates-cost.ts';

const none = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0, reasoning: 0 };

describe('ratesCost', () => {
  it('is exact where floating point is not', () => {
    expect(ratesCost({ ...none, input: 3 }, { input: 100_000.1, output: 0 })).toBe(0);
    expect(ratesCost({ ...none, input: 9_007_199 }, { input: 999_999.999999, output: 0 })).toBe(9_007_199);
    expect(ratesCost({ ...none, input: 1, output: 1 }, { input: 250_000, output: 250_000 })).toBe(1);
  });
});

describe('ratesFor', () => {
  const tier = (above_input_tokens: number) => ({ above_input_tokens, input: above_input_tokens, output: 1 });
  const price = { table: 't', input: 1, output: 1, tiers: [tier(200), tier(100)] };

  it('gives the highest tier below the input, in any order', () => {
    expect([100, 101, 200, 201].map((tokens) => ratesFor(price, tokens).input)).toEqual([1, 100, 100, 200]);
  });
});
