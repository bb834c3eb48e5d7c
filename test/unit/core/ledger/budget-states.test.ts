import { describe, expect, it } from 'vitest';
import { budgetStates } from '../../../../core/ledger/budget-states.ts';

const reservations = {
  spending: async (_scope: string, key: string) => ({
    spent: { microUsd: key === 'b' ? 2_500_000 : 0, tokens: 7 },
    reserved: { microUsd: 500_000, tokens: 1 },
  }),
  spendingKeys: async () => ['a', 'b'],
} as never;

describe('budgetStates', () => {
  it('is empty without caps', async () => {
    expect(await budgetStates(reservations, {}, '2026-11-21')).toEqual([]);
  });

  it('names today and every project, in the unit of the cap', async () => {
    const states = await budgetStates(
      reservations,
      { day: { tokens: 9 }, project: { usd: 5 } },
      '2026-11-21',
    );
    expect(states).toEqual([
      { scope: 'day', key: '2026-11-21', unit: 'tokens', cap: 9, spent: 7, reserved: 1 },
      { scope: 'project', key: 'a', unit: 'usd', cap: 5, spent: 0, reserved: 0.5 },
      { scope: 'project', key: 'b', unit: 'usd', cap: 5, spent: 2.5, reserved: 0.5 },
    ]);
  });
});
