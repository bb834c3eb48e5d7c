import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelPrice } from '../../../../core/contract/index.ts';
import { costAt, priceOf } from '../../../../core/cost/price-of.ts';
import { findPrice } from '../../../../core/cost/prices/find-price.ts';
import { parsePriceTable } from '../../../../core/cost/prices/price-table.ts';

const usage = { input: 1_000_000, output: 1_000_000 };
const hosted = { provider: 'openai', local: false, stub: false };
const price: ModelPrice = {
  table: 't@2026-01-01',
  input: 3_000_000,
  output: 15_000_000,
  cached_read: 300_000,
  cached_write: 3_750_000,
  reasoning: 20_000_000,
  tiers: [{ above_input_tokens: 200_000, input: 6_000_000, output: 22_500_000 }],
};

describe('priceOf', () => {
  it('is nothing for models on this machine', () => {
    const free = { microUsd: 0, table: null };
    expect(priceOf(usage, { provider: 'ollama', local: true, stub: false })).toEqual(free);
    expect(priceOf(usage, { provider: 'stub', local: true, stub: true })).toEqual(free);
  });

  it('is unknown, not free, without a price and for models nothing is known of', () => {
    expect(priceOf(usage, hosted).microUsd).toBeNull();
    expect(priceOf({}, { ...hosted, price: null }).microUsd).toBeNull();
    expect(priceOf(usage, undefined).microUsd).toBeNull();
    expect(priceOf({ input: 5 }, { ...hosted, price }).microUsd).toBeNull();
    expect(priceOf({ output: 5 }, { ...hosted, price }).microUsd).toBeNull();
  });

  it('counts cached tokens within the input and reasoning within the output', () => {
    const all = { input: 1_000, cached_read: 600, cached_write: 100, output: 200, reasoning: 50 };
    // 300 x 3 + 600 x 0.3 + 100 x 3.75 + 150 x 15 + 50 x 20 micro-USD
    expect(costAt(all, price)).toEqual({ microUsd: 4_705, table: 't@2026-01-01' });
  });

  it('takes the tier of the whole call above its threshold, and rounds half-up once', () => {
    expect(costAt({ input: 200_000, output: 0 }, price).microUsd).toBe(600_000);
    expect(costAt({ input: 200_001, output: 0 }, price).microUsd).toBe(1_200_006);
    const fine = { table: 't', input: 500_000, output: 0 };
    expect(costAt({ input: 1, output: 0 }, fine).microUsd).toBe(1);
    expect(costAt({ input: 1, output: 0 }, { ...fine, input: 499_999 }).microUsd).toBe(0);
  });

  it('needs no output of models that write none for money', () => {
    expect(costAt({ input: 1_000 }, { table: 't', input: 20_000, output: 0 }).microUsd).toBe(20);
  });

  it('is never negative, whatever a provider counts', () => {
    const count = fc.option(fc.nat(2_000_000), { nil: undefined });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        (input, output, cached_read, cached_write, reasoning) => {
          const one = Object.fromEntries(
            Object.entries({ input, output, cached_read, cached_write, reasoning }).filter(
              ([, n]) => n !== undefined,
            ),
          );
          const { microUsd } = costAt(one, price);
          expect(microUsd ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
      { verbose: true },
    );
  });
});

interface Recorded {
  readonly provider: string;
  readonly vendor: string | null;
  readonly expected: Readonly<Record<string, number | string | null>>;
}

const wire = join(import.meta.dirname, '../../../../../shared/fixtures/wire');
const prices = join(import.meta.dirname, '../../../../../shared/fixtures/prices/model_prices.json');
const TYPES: Readonly<Record<string, string>> = {
  'openai-chat': 'openai',
  'openai-responses': 'openai',
  'openai-embeddings': 'openai',
  'azure-openai': 'azure',
  anthropic: 'anthropic',
  huggingface: 'huggingface',
};

describe.runIf(existsSync(wire))('costs of recordings', () => {
  const table = parsePriceTable(
    readFileSync(join(import.meta.dirname, '../../../../resources/prices/2026-08-06.json'), 'utf8'),
    'table',
  );
  const source = JSON.parse(readFileSync(prices, 'utf8'));
  const recordings = Object.keys(TYPES).flatMap((folder) =>
    readdirSync(join(wire, folder))
      .filter((file) => file.endsWith('.meta.json'))
      .map((file) => ({
        folder,
        ...(JSON.parse(readFileSync(join(wire, folder, file), 'utf8')) as Recorded),
      })),
  );
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

  it('equal the arithmetic of the source table to the micro-USD', () => {
    let priced = 0;
    for (const { folder, expected, vendor } of recordings) {
      const model = String(expected['model']);
      if (expected['model'] === null || expected['tokens_in'] === null) continue;
      const type = TYPES[folder] as string;
      const name = type === 'huggingface' ? `${model}:${vendor}` : model;
      const found = findPrice(table, { type, model: name });
      const entry = source[type === 'azure' ? `azure/${model}` : model];
      if (!found || !entry || entry.litellm_provider === undefined || type === 'huggingface') continue;
      const read = number(expected['tokens_cache_read']);
      const write = number(expected['tokens_cache_write']);
      const apart = type === 'anthropic';
      const input = number(expected['tokens_in']) + (apart ? read + write : 0);
      const output = number(expected['tokens_out']);
      const reasoning = number(expected['tokens_reasoning']);
      const one = { input, output, cached_read: read, cached_write: write, reasoning };
      const long = input > 200_000 && entry.input_cost_per_token_above_200k_tokens !== undefined;
      expect(long).toBe(false);
      // Whole numbers, so that the half of a micro-USD is one.
      const whole = (perToken: number) => Math.round(perToken * 1e12);
      const dear = entry.input_cost_per_token;
      const written = entry.output_cost_per_token ?? 0;
      const sum =
        (input - read - write) * whole(dear) +
        read * whole(entry.cache_read_input_token_cost ?? dear) +
        write * whole(entry.cache_creation_input_token_cost ?? dear) +
        (output - reasoning) * whole(written) +
        reasoning * whole(entry.output_cost_per_reasoning_token ?? written);
      expect([folder, model, costAt(one, found).microUsd]).toEqual([folder, model, Math.round(sum / 1e6)]);
      priced += 1;
    }
    expect(priced).toBeGreaterThan(150);
  });
});
