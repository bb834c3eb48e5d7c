import type { ModelFacts, ModelPrice, Usage } from '../contract/index.ts';
import { ratesCost, ratesFor } from './rates-cost.ts';

export interface Price {
  /** Micro-USD of the whole call, rounded half-up once; null is unknown, never free. */
  readonly microUsd: number | null;
  /** The price table it was read from; null where none was needed or none knows the model. */
  readonly table: string | null;
}

const FREE: Price = { microUsd: 0, table: null };
const UNKNOWN: Price = { microUsd: null, table: null };

/**
 * What a call cost at the price that was frozen with the run. Models on this machine, the offline stubs among
 * them, cost nothing however much they used; a model without a price, or nothing known of it, is unknown.
 */
export const priceOf = (usage: Usage, facts: ModelFacts | undefined): Price => {
  if (facts?.local === true) return FREE;
  return facts?.price ? costAt(usage, facts.price) : UNKNOWN;
};

/**
 * What usage costs at a price. Cached tokens are within the input, reasoning within the output; a provider
 * that counts more of a part than of the whole does not make the rest negative. Tokens that nobody counted
 * make the cost unknown, unless they are free.
 */
export const costAt = (usage: Usage, price: ModelPrice): Price => {
  const { input = 0, output = 0 } = usage;
  const rates = ratesFor(price, input);
  if (usage.input === undefined && rates.input > 0) return { microUsd: null, table: price.table };
  if (usage.output === undefined && rates.output > 0) return { microUsd: null, table: price.table };
  const cachedRead = usage.cached_read ?? 0;
  const cachedWrite = usage.cached_write ?? 0;
  const reasoning = usage.reasoning ?? 0;
  const microUsd = ratesCost(
    {
      input: Math.max(0, input - cachedRead - cachedWrite),
      cachedRead,
      cachedWrite,
      output: Math.max(0, output - reasoning),
      reasoning,
    },
    rates,
  );
  return { microUsd, table: price.table };
};
