import { describe, expect, it } from 'vitest';
import { createStepDown } from '../../../../core/app/step-down.ts';
import type { DowngradeMeasure, DowngradeRule, ModelFacts } from '../../../../core/contract/index.ts';

const worst: Record<string, number> = { 'a/dear': 900, 'b/fair': 300, 'c/cheap': 30, 'stub/echo': 0 };
const factsOf = (model: string): ModelFacts => ({
  provider: model.split('/')[0] as string,
  local: model.startsWith('stub/'),
  stub: model.startsWith('stub/'),
  price: null,
});
const rule = (name: string, when: DowngradeRule['when'], to = 'cheapest'): DowngradeRule => ({
  name,
  when,
  to,
});
const step = (
  chain: readonly string[],
  rules: readonly DowngradeRule[],
  spent: Partial<Record<DowngradeMeasure, number>> = {},
  from = 0,
) => {
  const asked: DowngradeMeasure[] = [];
  const stepDown = createStepDown({
    rules: () => rules,
    factsOf,
    budgets: {
      spent: async (measure) => {
        asked.push(measure);
        return spent[measure] ?? 0;
      },
    },
  });
  return stepDown(chain, from, (model) => worst[model] ?? null).then((found) => ({ ...found, asked }));
};
const CHAIN = ['a/dear', 'b/fair', 'c/cheap', 'stub/echo'];

describe('stepping down of a plain call', () => {
  it('leads to the cheapest real model of the chain while a rule holds', async () => {
    const day = rule('day', { day_usd_above: 2 });
    expect(await step(CHAIN, [day], { day_usd: 2_000_001 })).toMatchObject({ link: 2, rule: 'day' });
    expect(await step(CHAIN, [day], { day_usd: 2_000_000 })).toMatchObject({ link: 0, rule: null });
  });

  it('leads to the model that is named, and never upwards', async () => {
    const named = rule('named', { usd_per_minute_above: 1 }, 'b/fair');
    const fast = { usd_per_minute: 5_000_000 };
    expect(await step(CHAIN, [named], fast)).toMatchObject({ link: 1, rule: 'named' });
    expect(await step(CHAIN, [named], fast, 2)).toMatchObject({ link: 2, rule: null });
    expect(
      await step(['b/fair', 'a/dear'], [rule('up', { usd_per_minute_above: 1 }, 'a/dear')], fast),
    ).toMatchObject({
      link: 0,
      rule: null,
    });
  });

  it('says of a rule that it can do nothing for a call that names one model', async () => {
    const rules = [rule('any', { project_usd_above: 1 }), rule('same', { project_usd_above: 1 }, 'a/dear')];
    const over = { project_usd: 1_500_000 };
    expect((await step(['a/dear'], rules, over)).powerless).toEqual(['any']);
    expect((await step(['a/dear'], rules)).powerless).toEqual([]);
    expect((await step(CHAIN, rules, over)).powerless).toEqual([]);
  });

  it('never holds by the share of a cap, and asks nobody where all models are free', async () => {
    expect(await step(CHAIN, [rule('share', { session_share_above: 0.5 })])).toMatchObject({
      link: 0,
      asked: [],
    });
    expect(await step(['stub/echo'], [rule('day', { day_usd_above: 1 })])).toMatchObject({ asked: [] });
  });
});
