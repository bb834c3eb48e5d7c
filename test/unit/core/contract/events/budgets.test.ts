import { describe, expect, it } from 'vitest';
import {
  budgetAwaited,
  budgetGranted,
  budgetRefused,
  spendAlert,
} from '../../../../../core/contract/events/budgets.ts';

const standing = {
  ...{ task_id: 't', call_id: '1.1', model: 'lab/a', link: 0, scope: 'day', key: '2026-11-21', unit: 'usd' },
  ...{ cap: 100, spent: 90, reserved: 5, needed: 20 },
};

describe('events of budgets', () => {
  it('hold whole micro-USD or tokens', () => {
    expect(budgetAwaited.parse(standing)).toEqual(standing);
    expect(budgetRefused.safeParse({ ...standing, needed: 0.5 }).success).toBe(false);
    expect(budgetRefused.safeParse({ ...standing, scope: 'session' }).success).toBe(false);
    expect(budgetGranted.parse({ task_id: 't', call_id: '1.1' })).toEqual({ task_id: 't', call_id: '1.1' });
    expect(spendAlert.safeParse({ window_s: 60, micro_usd: 2, limit_micro_usd: 1 }).success).toBe(true);
  });
});
