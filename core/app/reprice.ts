import type { CostDimension, CostGroup, CostSummary } from '../contract/index.ts';
import { costAt, type PriceTable, parsePriceTable } from '../cost/index.ts';
import type { CostCall } from '../storage/index.ts';
import type { CoreContext } from './core-context.ts';
import { type PricingSettings, priceFrom } from './pricing.ts';

/** What stored calls would have cost by another table. */
export type Reprice = (
  table: { readonly text: string; readonly file: string },
  query: { readonly by: CostDimension; readonly from: number | null; readonly to: number | null },
) => Promise<CostSummary>;

/**
 * Prices every stored call again. What cost nothing for another reason than its price (models on this machine,
 * answers given again) still costs nothing; a model that the table does not know is unknown.
 */
export const createReprice =
  (context: Pick<CoreContext, 'store' | 'settings'>): Reprice =>
  async ({ text, file }, query) => {
    const table = parsePriceTable(text, file);
    const { providers } = context.settings.current();
    const groups = new Map<string, CostGroup>();
    for (const call of await context.store.reservations.calls(query)) {
      const microUsd = repricedMicroUsd(call, table, { prices: {}, providers });
      addCall(groups, call, microUsd);
    }
    const all = [...groups.values()].sort((a, b) => b.usd - a.usd || a.key.localeCompare(b.key));
    const sum = (pick: (group: CostGroup) => number) => all.reduce((total, group) => total + pick(group), 0);
    return {
      ...query,
      total_usd: sum(({ usd }) => Math.round(usd * 1e6)) / 1e6,
      reserved_usd: (await context.store.reservations.reservedMicroUsd()) / 1e6,
      calls: sum(({ calls }) => calls),
      unknown_calls: sum(({ unknown_calls: unknown }) => unknown),
      groups: all,
      budgets: [],
    };
  };

export const repricedMicroUsd = (
  call: CostCall,
  table: PriceTable,
  settings: PricingSettings,
): number | null => {
  if (call.cached || (call.priceTable === null && call.microUsd === 0)) return 0;
  const price = priceFrom(table, call.model, settings);
  return price && costAt(call.usage, price).microUsd;
};

const addCall = (groups: Map<string, CostGroup>, call: CostCall, microUsd: number | null): void => {
  const { key, label, usage } = call;
  const before = groups.get(key) ?? emptyGroup(key, label);
  groups.set(key, {
    ...before,
    usd: (Math.round(before.usd * 1e6) + (microUsd ?? 0)) / 1e6,
    calls: before.calls + 1,
    unknown_calls: before.unknown_calls + (microUsd === null ? 1 : 0),
    estimated_calls: before.estimated_calls + (call.estimated ? 1 : 0),
    cached_calls: before.cached_calls + (call.cached ? 1 : 0),
    tokens: {
      input: before.tokens.input + usage.input,
      output: before.tokens.output + usage.output,
      cached_read: before.tokens.cached_read + usage.cached_read,
      cached_write: before.tokens.cached_write + usage.cached_write,
      reasoning: before.tokens.reasoning + usage.reasoning,
    },
  });
};

const emptyGroup = (key: string, label: string): CostGroup => ({
  key,
  label,
  usd: 0,
  calls: 0,
  unknown_calls: 0,
  estimated_calls: 0,
  cached_calls: 0,
  tokens: { input: 0, output: 0, cached_read: 0, cached_write: 0, reasoning: 0 },
});
