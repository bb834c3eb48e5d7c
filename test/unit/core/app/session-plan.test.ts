import { describe, expect, it } from 'vitest';
import { castOf, planSession } from '../../../../core/app/session-plan.ts';
import { defaultStubSettings } from '../../../../core/providers/index.ts';
import { createdWith, specificationFor } from '../../../support/cast.ts';

const agents = Object.values(createdWith().agents);
const context = {
  providers: { entries: {}, environment: {}, stub: defaultStubSettings, keyOf: async () => undefined },
  defaultModel: 'stub/voter',
  engine: 'test',
  moneyCaps: [],
  underCaps: true,
  priceOf: () => null,
  downgrade: [],
};

describe('planSession', () => {
  it('puts the chosen model where the chain says default, and one model where the specification names it', () => {
    const plan = planSession(specificationFor(), agents, context);
    expect(plan.chains['Athena@1.0.0']).toEqual(['stub/voter']);
    expect(plan.models['stub/voter']).toEqual({
      provider: 'stub',
      local: true,
      stub: true,
      price: null,
      structured: false,
    });
    const replaced = planSession(specificationFor({ model: 'openai/gpt-4o' }), agents, context);
    expect(replaced.chains['Athena@1.0.0']).toEqual(['openai/gpt-4o']);
    expect(replaced.models['openai/gpt-4o']).toMatchObject({ local: false, stub: false, structured: true });
  });

  it('refuses money caps of the data folder too, when a price is unknown', () => {
    const capped = { ...context, moneyCaps: ['budgets.day.usd'] };
    const specification = specificationFor({ model: 'openai/gpt-4o' });
    expect(() => planSession(specification, agents, capped)).toThrow(/budgets\.day\.usd/);
  });

  it('refuses a model that cannot be opened', () => {
    const specification = specificationFor({ model: 'opnai/gpt-4o' });
    expect(() => planSession(specification, agents, context)).toThrowError(
      expect.objectContaining({ code: 'input/unknown-model' }),
    );
  });
});

describe('castOf', () => {
  it('names everybody once, and refuses two versions of one name', () => {
    const judge = specificationFor({ judge: 'Athena@1.0.0' });
    expect(castOf(judge)).toEqual(['Athena@1.0.0', 'Apollo@1.0.0', 'Hermes@1.0.0', 'Synthesizer@1.0.0']);
    expect(() => castOf(specificationFor({ judge: 'Athena@1.1.0' }))).toThrow(/two versions/);
  });
});
