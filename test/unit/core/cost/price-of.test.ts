import { describe, expect, it } from 'vitest';
import { priceOf } from '../../../../core/cost/price-of.ts';

describe('priceOf', () => {
  const usage = { input: 1_000_000, output: 1_000_000 };

  it('is nothing for models on this machine', () => {
    expect(priceOf(usage, { provider: 'ollama', local: true, stub: false })).toEqual({
      microUsd: 0,
      table: null,
    });
    expect(priceOf(usage, { provider: 'stub', local: true, stub: true })).toEqual({
      microUsd: 0,
      table: null,
    });
  });

  it('is unknown, not free, for hosted models and for models nothing is known of', () => {
    expect(priceOf(usage, { provider: 'openai', local: false, stub: false }).microUsd).toBeNull();
    expect(priceOf({}, { provider: 'openai', local: false, stub: false }).microUsd).toBeNull();
    expect(priceOf(usage, undefined).microUsd).toBeNull();
  });
});
