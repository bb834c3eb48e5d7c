import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../../core/app/package-root.ts';
import { createPricing } from '../../../../core/app/pricing.ts';

const pricing = createPricing(`${packageRoot()}/resources/prices`, () => ({
  prices: { 'lab/q': { input_usd_per_million: 0.1, output_usd_per_million: 0.4 } },
  providers: { entries: { lab: { type: 'openai-compatible' }, second: { type: 'openai' } } },
}));

describe('the price of a model', () => {
  it('comes from the shipped table, by the type of a named entry too', () => {
    expect(pricing('openai/gpt-4o')).toMatchObject({
      input: 2_500_000,
      output: 10_000_000,
      cached_read: 1_250_000,
    });
    expect(pricing('second/gpt-4o')).toEqual(pricing('openai/gpt-4o'));
    expect(pricing('openai/gpt-4o')?.table).toBe('litellm@2026-08-06');
  });

  it('comes from the user first, and is null where nobody knows it', () => {
    expect(pricing('lab/q')).toEqual({ table: 'config.yaml', input: 100_000, output: 400_000 });
    expect(pricing('lab/gpt-4o')).toBeNull();
    expect(pricing('openai/nothing-like-it')).toBeNull();
  });
});
