import type { ModelFacts, ModelPrice } from '../contract/index.ts';
import { ratesCost, ratesFor } from './rates-cost.ts';

/**
 * Micro-USD that a call may cost at most: the prompt read in full, all output tokens written, each at the
 * dearest rate it may be counted by. Rounded like a cost, so no call within these tokens costs more. Nothing
 * for a model on this machine; null where the price is unknown.
 */
export const worstCase = (
  promptTokens: number,
  maxOutputTokens: number,
  facts: ModelFacts | undefined,
): number | null => {
  if (facts?.local === true) return 0;
  if (!facts?.price) return null;
  return worstCaseAt(promptTokens, maxOutputTokens, facts.price);
};

const worstCaseAt = (promptTokens: number, maxOutputTokens: number, price: ModelPrice): number => {
  const rates = ratesFor(price, promptTokens);
  const { input, output, cached_write: cachedWrite = input, cached_read: cachedRead = input } = rates;
  const dearest = {
    input: Math.max(input, cachedRead, cachedWrite),
    output: Math.max(output, rates.reasoning ?? output),
  };
  return ratesCost(
    { input: promptTokens, cachedRead: 0, cachedWrite: 0, output: maxOutputTokens, reasoning: 0 },
    dearest,
  );
};
