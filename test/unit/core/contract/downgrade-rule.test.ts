import { describe, expect, it } from 'vitest';
import { downgradeRules } from '../../../../core/contract/downgrade-rule.ts';

const one = (change: object) => [{ name: 'late', when: { day_usd_above: 2 }, to: 'cheapest', ...change }];

describe('rules of the settings', () => {
  it.each([one({}), one({ when: { session_share_above: 0.8 }, to: 'openai/gpt-4o-mini' }), []])(
    'takes %j',
    (...rules) => {
      expect(downgradeRules.parse(rules)).toEqual(rules);
    },
  );

  it.each([
    { when: {} },
    { when: { day_usd_above: 1, project_usd_above: 1 } },
    { when: { day_usd_above: 0 } },
    { when: { session_share_above: 1 } },
    { when: { day_eur_above: 1 } },
    { to: 'gpt-4o' },
    { name: ' ' },
    { until: 'noon' },
  ])('refuses %j', (change) => {
    expect(downgradeRules.safeParse(one(change)).success).toBe(false);
  });

  it('wants names that differ', () => {
    expect(downgradeRules.safeParse([...one({}), ...one({})]).success).toBe(false);
  });
});
