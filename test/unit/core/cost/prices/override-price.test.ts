import { describe, expect, it } from 'vitest';
import { overridePrice } from '../../../../../core/cost/prices/override-price.ts';

describe('overridePrice', () => {
  it('is what the user wrote, in micro-USD', () => {
    expect(overridePrice({ input_usd_per_million: 0.1, output_usd_per_million: 1.005 })).toEqual({
      table: 'config.yaml',
      input: 100_000,
      output: 1_005_000,
    });
    const all = {
      input_usd_per_million: 1,
      output_usd_per_million: 2,
      cached_read_usd_per_million: 0.1,
      cached_write_usd_per_million: 1.25,
      reasoning_usd_per_million: 3,
    };
    expect(overridePrice(all)).toMatchObject({
      cached_read: 100_000,
      cached_write: 1_250_000,
      reasoning: 3_000_000,
    });
  });
});
