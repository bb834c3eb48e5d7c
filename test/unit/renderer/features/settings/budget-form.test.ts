import { describe, expect, it } from 'vitest';
import { apiCatalog } from '../../../../../core/contract/index.ts';
import {
  type BudgetForm,
  budgetChange,
  budgetFormOf,
  budgetProblems,
} from '../../../../../renderer/features/settings/budget-form.ts';

const empty: BudgetForm = {
  dayUsd: undefined,
  dayTokens: undefined,
  daySeconds: undefined,
  projectUsd: undefined,
  projectTokens: undefined,
  projectSeconds: undefined,
  alertUsd: undefined,
  webhook: '',
  rules: [],
};

describe('the form of the budgets', () => {
  it('shows what is set and leaves the rest empty', () => {
    expect(budgetFormOf({})).toEqual(empty);
    expect(
      budgetFormOf({
        day: { usd: 2 },
        project: { tokens: 5000 },
        alert: { usd_per_minute: 0.5, webhook: 'http://127.0.0.1:1/x' },
      }),
    ).toEqual({ ...empty, dayUsd: 2, projectTokens: 5000, alertUsd: 0.5, webhook: 'http://127.0.0.1:1/x' });
  });

  it('takes a cap away where the field is empty', () => {
    expect(budgetChange({ ...empty, dayUsd: 1 })).toEqual({
      budgets: {
        day: { usd: 1, tokens: null, seconds: null },
        project: { usd: null, tokens: null, seconds: null },
        alert: { usd_per_minute: null, webhook: null },
        downgrade: null,
      },
    });
  });

  it.each<[keyof BudgetForm, BudgetForm[keyof BudgetForm]]>([
    ['dayUsd', 0],
    ['dayUsd', -1],
    ['projectUsd', 1_000_001],
    ['dayTokens', 1.5],
    ['dayTokens', 0],
    ['projectTokens', 1_000_000_000_001],
    ['alertUsd', -0.1],
    ['webhook', 'ftp://example.org'],
    ['webhook', 'somewhere'],
    ['daySeconds', 0],
    ['projectSeconds', 100_000_001],
    ['rules', [{ row: 0, name: '', measure: 'day_usd_above', above: 1, to: 'cheapest' }]],
  ])('refuses %s of %j at that field, as the core would', (field, value) => {
    const form = { ...empty, [field]: value };
    expect(Object.keys(budgetProblems(form))).toEqual([field]);
    expect(apiCatalog['settings.set'].input.safeParse(budgetChange(form)).success).toBe(false);
  });

  it.each<Partial<BudgetForm>>([
    {},
    { dayUsd: 0.01, dayTokens: 1, projectUsd: 1_000_000, projectTokens: 1_000_000_000_000, alertUsd: 3 },
    { webhook: ' https://example.org/hook ' },
    { daySeconds: 0.5, projectSeconds: 3600 },
    { rules: [{ row: 0, name: 'late', measure: 'session_share_above', above: 80, to: 'cheapest' }] },
  ])('lets %j pass, as the core does', (changes) => {
    const form = { ...empty, ...changes };
    expect(budgetProblems(form)).toEqual({});
    expect(apiCatalog['settings.set'].input.safeParse(budgetChange(form)).success).toBe(true);
  });
});
