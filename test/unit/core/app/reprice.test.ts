import { describe, expect, it } from 'vitest';
import { repricedMicroUsd } from '../../../../core/app/reprice.ts';
import { parsePriceTable } from '../../../../core/cost/index.ts';
import { openPricedCore, pricedDebate } from '../../../support/priced-core.ts';

const text = JSON.stringify({
  table: 'mine@2026-01-01',
  providers: { openai: { 'gpt-4o': { input: 1_000_000, output: 2_000_000 } }, lab: {} },
});
const table = parsePriceTable(text, 'mine.json');
const settings = { prices: {}, providers: { entries: {} } };
const call = {
  key: 'k',
  label: 'k',
  model: 'openai/gpt-4o',
  microUsd: 5,
  priceTable: 'old@2025-01-01',
  estimated: false,
  cached: false,
  usage: { input: 1_000, output: 100, cached_read: 0, cached_write: 0, reasoning: 0 },
};

describe('pricing old calls again', () => {
  it('uses the table for what had a price, and for what had none', () => {
    expect(repricedMicroUsd(call, table, settings)).toBe(1_200);
    expect(repricedMicroUsd({ ...call, microUsd: null, priceTable: null }, table, settings)).toBe(1_200);
    expect(repricedMicroUsd({ ...call, model: 'openai/other' }, table, settings)).toBeNull();
  });

  it('leaves what was free for another reason free', () => {
    expect(repricedMicroUsd({ ...call, cached: true }, table, settings)).toBe(0);
    expect(repricedMicroUsd({ ...call, microUsd: 0, priceTable: null }, table, settings)).toBe(0);
  });

  it('answers like the summary', async () => {
    const { core } = await openPricedCore();
    const { id } = await core.api['sessions.create'](pricedDebate());
    await core.whenEnded(id);
    const query = { by: 'agent', from: null, to: null } as const;
    const summary = await core.reprice({ text, file: 'mine.json' }, query);
    expect(summary).toMatchObject({ calls: 5, unknown_calls: 5, total_usd: 0, by: 'agent' });
    expect(summary.groups).toHaveLength(3);
    await expect(core.reprice({ text: '{', file: 'mine.json' }, query)).rejects.toMatchObject({
      message: expect.stringContaining('no price table'),
      where: { file: 'mine.json' },
    });
  });
});
