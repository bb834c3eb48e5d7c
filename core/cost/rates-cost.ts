import type { ModelPrice } from '../contract/index.ts';

/** Tokens by what they cost; `input` and `output` are what is left beside the others. */
export interface PricedTokens {
  readonly input: number;
  readonly cachedRead: number;
  readonly cachedWrite: number;
  readonly output: number;
  readonly reasoning: number;
}

type Rates = Pick<ModelPrice, 'input' | 'output' | 'cached_read' | 'cached_write' | 'reasoning'>;

/** Digits behind the point of a rate that count; the finest in use are far above. */
const RATE_DIGITS = 6;
/** A rate is per million tokens, and scaled by `RATE_DIGITS`. */
const SCALE = 10n ** 12n;

/** Exact sum in micro-USD, rounded half-up once. */
export const ratesCost = (tokens: PricedTokens, rates: Rates): number => {
  const sum =
    part(tokens.input, rates.input) +
    part(tokens.cachedRead, rates.cached_read ?? rates.input) +
    part(tokens.cachedWrite, rates.cached_write ?? rates.input) +
    part(tokens.output, rates.output) +
    part(tokens.reasoning, rates.reasoning ?? rates.output);
  return Number((sum + SCALE / 2n) / SCALE);
};

const part = (tokens: number, rate: number): bigint =>
  tokens === 0 || rate === 0 ? 0n : BigInt(tokens) * BigInt(rate.toFixed(RATE_DIGITS).replace('.', ''));

/** The rates of a call that reads so many tokens: those of the highest tier below it. */
export const ratesFor = (price: ModelPrice, inputTokens: number): Rates => {
  let rates: Rates = price;
  let above = 0;
  for (const tier of price.tiers ?? []) {
    if (inputTokens <= tier.above_input_tokens || tier.above_input_tokens < above) continue;
    above = tier.above_input_tokens;
    rates = tier;
  }
  return rates;
};
