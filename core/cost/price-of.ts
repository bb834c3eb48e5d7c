import type { ModelFacts, Usage } from '../contract/index.ts';

export interface Price {
  /** Micro-USD of the whole call, rounded half-up once; null is unknown, never free. */
  readonly microUsd: number | null;
  /** The price table it was read from; null where none was needed or none knows the model. */
  readonly table: string | null;
}

const FREE: Price = { microUsd: 0, table: null };
const UNKNOWN: Price = { microUsd: null, table: null };

/**
 * What a call cost. Models on this machine, the offline stubs among them, cost nothing however much they
 * used. No table of hosted prices ships yet, so every other model's price is unknown, and so is that of a
 * model nothing is known of. The usage is what a table will be multiplied with.
 */
export const priceOf = (_usage: Usage, facts: ModelFacts | undefined): Price =>
  facts?.local === true ? FREE : UNKNOWN;
