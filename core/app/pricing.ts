import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelPrice } from '../contract/index.ts';
import {
  findPrice,
  overridePrice,
  type PriceOverride,
  type PriceTable,
  parsePriceTable,
} from '../cost/index.ts';

export interface PricingSettings {
  readonly prices: Readonly<Record<string, PriceOverride>>;
  readonly providers: { readonly entries: Readonly<Record<string, { readonly type: string } | undefined>> };
}

/** The price of a model by its full name, as of now; null where nobody knows it. */
export type Pricing = (model: string) => ModelPrice | null;

/** Reads the newest table of the folder when it is first asked; the user's own prices go before it. */
export const createPricing = (folder: string, settings: () => PricingSettings): Pricing => {
  let table: PriceTable | undefined;
  return (model) => {
    table ??= readNewestTable(folder);
    const { prices, providers } = settings();
    return priceFrom(table, model, { prices, providers });
  };
};

/** The price that a table and the user's own prices give a model. */
export const priceFrom = (table: PriceTable, model: string, settings: PricingSettings): ModelPrice | null => {
  const own = Object.hasOwn(settings.prices, model) ? settings.prices[model] : undefined;
  if (own) return overridePrice(own);
  const slash = model.indexOf('/');
  const provider = model.slice(0, slash);
  const { entries } = settings.providers;
  const type = Object.hasOwn(entries, provider) ? entries[provider]?.type : provider;
  return findPrice(table, { type: type ?? provider, model: model.slice(slash + 1) });
};

const readNewestTable = (folder: string): PriceTable => {
  const newest = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1);
  const file = join(folder, newest ?? 'prices.json');
  return parsePriceTable(readFileSync(file, 'utf8'), file);
};
