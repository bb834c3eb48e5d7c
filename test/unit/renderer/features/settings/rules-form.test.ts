import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DowngradeRule, downgradeRules } from '../../../../../core/contract/index.ts';
import {
  type RuleForm,
  ruleFormsOf,
  ruleProblems,
  rulesOf,
  withNewRule,
} from '../../../../../renderer/features/settings/rules-form.ts';

const form = (change: Partial<RuleForm> = {}): RuleForm => ({
  ...{ row: 0, name: 'late', measure: 'day_usd_above', above: 2, to: 'cheapest' },
  ...change,
});

describe('the form of the rules', () => {
  it('shows shares in percent and stores them as shares', () => {
    const rules: DowngradeRule[] = [
      { name: 'a', when: { session_share_above: 0.29 }, to: 'cheapest' },
      { name: 'b', when: { project_usd_above: 3 }, to: 'openai/gpt-4o-mini' },
    ];
    expect(ruleFormsOf(rules).map(({ above }) => above)).toEqual([29, 3]);
    expect(rulesOf(ruleFormsOf(rules))).toEqual(rules);
  });

  it('begins a row with a name and a row number of its own', () => {
    const rules = withNewRule([form({ row: 4, name: 'rule 1' })]);
    expect(rules.at(-1)).toMatchObject({ row: 5, name: 'rule 2', above: undefined, to: 'cheapest' });
  });

  it('refuses and lets pass what the schema does', () => {
    const text = fc.constantFrom('', ' ', 'late', 'x'.repeat(60), 'x'.repeat(61), 'cheapest', 'lab/m', 'gpt');
    const above = fc.constantFrom(undefined, -1, 0, 0.01, 1, 80, 99, 99.9, 100, 1_000_000, 1_000_001);
    const measure = fc.constantFrom('day_usd_above', 'usd_per_minute_above', 'session_share_above');
    const rows = fc.array(fc.record({ name: text, above, measure, to: text }), { maxLength: 3 });
    fc.assert(
      fc.property(rows, (fields) => {
        const forms = fields.map((field, row) => form({ ...field, row } as Partial<RuleForm>));
        const isFine = ruleProblems(forms).every((one) => Object.keys(one).length === 0);
        expect(downgradeRules.safeParse(rulesOf(forms)).success).toBe(isFine);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
