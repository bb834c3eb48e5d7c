import { describe, expect, it } from 'vitest';
import { apiCatalog } from '../../../../../core/contract/api/catalog.ts';
import { budgetState, costDimension, costForecast } from '../../../../../core/contract/api/cost-views.ts';

describe('views of costs', () => {
  it('are asked for by a dimension and a time, which come as texts', () => {
    expect(costDimension.options).toEqual([
      'provider',
      'model',
      'agent',
      'session',
      'project',
      'day',
      'hour',
    ]);
    const { input } = apiCatalog['cost.summary'];
    expect(input.parse({ from: '5' })).toEqual({ by: 'model', from: 5 });
    expect(input.safeParse({ by: 'month' }).success).toBe(false);
  });

  it('say what a cap is counted in, and a range', () => {
    const state = { scope: 'day', key: 'k', unit: 'usd', cap: 1, spent: 0, reserved: 0 };
    expect(budgetState.safeParse(state).success).toBe(true);
    expect(budgetState.safeParse({ ...state, unit: 'hours' }).success).toBe(false);
    expect(costForecast.safeParse({ usd: { low: 0, high: 1 } }).success).toBe(false);
  });
});
