import { describe, expect, it } from 'vitest';
import { modelPrice } from '../../../../core/contract/price.ts';

describe('modelPrice', () => {
  it('names its table and has no negative rates', () => {
    const price = {
      table: 't@1',
      input: 1,
      output: 2,
      tiers: [{ above_input_tokens: 10, input: 2, output: 3 }],
    };
    expect(modelPrice.parse(price)).toEqual(price);
    expect(modelPrice.safeParse({ ...price, input: -1 }).success).toBe(false);
    expect(modelPrice.safeParse({ input: 1, output: 2 }).success).toBe(false);
    expect(modelPrice.safeParse({ ...price, tiers: [{ input: 1, output: 1 }] }).success).toBe(false);
  });
});
