import type { ModelPrice } from '../../contract/index.ts';

/** What the user says a model costs, in US dollars per million tokens. */
export interface PriceOverride {
  readonly input_usd_per_million: number;
  readonly output_usd_per_million: number;
  readonly cached_read_usd_per_million?: number | undefined;
  readonly cached_write_usd_per_million?: number | undefined;
  readonly reasoning_usd_per_million?: number | undefined;
}

/** Table that a price out of `config.yaml` names. */
const OVERRIDE_TABLE = 'config.yaml';

export const overridePrice = (override: PriceOverride): ModelPrice => {
  const {
    cached_read_usd_per_million: cachedRead,
    cached_write_usd_per_million: cachedWrite,
    reasoning_usd_per_million: reasoning,
  } = override;
  return {
    table: OVERRIDE_TABLE,
    input: microUsd(override.input_usd_per_million),
    output: microUsd(override.output_usd_per_million),
    ...(cachedRead !== undefined && { cached_read: microUsd(cachedRead) }),
    ...(cachedWrite !== undefined && { cached_write: microUsd(cachedWrite) }),
    ...(reasoning !== undefined && { reasoning: microUsd(reasoning) }),
  };
};

/** Dollars as written, without the dust of binary fractions: 0.1 is 100,000. */
const microUsd = (usd: number): number => Number((usd * 1e6).toFixed(6));
