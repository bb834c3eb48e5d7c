import { describe, expect, it } from 'vitest';
import { costProcedures } from '../../../../core/app/cost-procedures.ts';
import type { RunEvent } from '../../../../core/contract/index.ts';
import { COST, openPricedCore, pricedDebate } from '../../../support/priced-core.ts';

const run = async (
  { core }: Awaited<ReturnType<typeof openPricedCore>>,
  change: Record<string, unknown> = {},
) => {
  const { id } = await core.api['sessions.create'](pricedDebate(change));
  const ended = await core.whenEnded(id);
  const { items } = await core.api['sessions.events']({ id, limit: 1000 });
  return { id, ended, events: items as RunEvent[] };
};

describe('costs of sessions', { timeout: 30_000 }, () => {
  it('sums them by every dimension, exactly, and replays them', async () => {
    expect(Object.keys(costProcedures({} as never))).toEqual(['cost.summary', 'cost.forecast']);
    const priced = await openPricedCore();
    const { id, ended } = await run(priced, { metadata: { project: 'edge' }, name: 'One' });
    expect(ended).toMatchObject({ exit_code: 0, totals: { usd: (5 * COST) / 1e6, calls: 5 } });
    for (const [by, keys] of [
      ['model', ['lab/dear']],
      ['provider', ['lab']],
      ['project', ['edge']],
      ['session', [id]],
      ['agent', ['Apollo', 'Athena', 'Synthesizer']],
    ] as const) {
      const summary = await priced.core.api['cost.summary']({ by });
      expect(summary).toMatchObject({
        total_usd: (5 * COST) / 1e6,
        reserved_usd: 0,
        calls: 5,
        unknown_calls: 0,
      });
      expect(summary.groups.map(({ key }) => key).sort()).toEqual([...keys]);
    }
    const [day] = (await priced.core.api['cost.summary']({ by: 'day' })).groups;
    expect(day?.key).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(day?.tokens).toMatchObject({ input: 500, output: 100 });
    expect((await priced.core.api['cost.summary']({ by: 'session' })).groups[0]?.label).toBe('One');
    expect((await priced.core.api['cost.summary']({ by: 'day', to: 1 })).groups).toEqual([]);
    expect(await priced.core.api['sessions.replay']({ id })).toMatchObject({ equal: true });
  });

  it('does not count again what a fork copied', async () => {
    const priced = await openPricedCore();
    const { id, events } = await run(priced);
    const fork = await priced.core.api['sessions.fork']({ id, seq: events.length - 5 });
    await priced.core.whenEnded(fork.id);
    const calls = priced.asked.length;
    expect(await priced.core.api['cost.summary']({})).toMatchObject({
      calls,
      total_usd: (calls * COST) / 1e6,
    });
  });

  it('forecasts a range that the run stays within, and names models of unknown price', async () => {
    const priced = await openPricedCore();
    const forecast = await priced.core.api['cost.forecast'](pricedDebate());
    expect(forecast).toMatchObject({ unknown_models: [], calls: { low: 5, high: 5 } });
    expect(forecast.usd.low).toBeLessThanOrEqual(forecast.usd.high);
    const { ended } = await run(priced);
    expect(ended.totals.usd ?? 0).toBeLessThanOrEqual(forecast.usd.high);
    const unknown = await priced.core.api['cost.forecast'](pricedDebate({ model: 'lab/other' }));
    expect(unknown).toMatchObject({ usd: { low: 0, high: 0 }, unknown_models: ['lab/other'] });
    await expect(priced.core.api['cost.forecast']({ mode: 'debate' })).rejects.toThrow();
  });

  it.each([
    ['session', '', { budget: { usd: 0.02 } }],
    ['turn', '', { budget: { turn: { usd: 0.001 } } }],
    ['day', 'budgets: { day: { usd: 0.02 } }', {}],
    ['project', 'budgets: { project: { tokens: 1500 } }', {}],
  ])(
    'ends a session at the cap of the %s with exit code 4 and all its results',
    async (scope, settings, change) => {
      const priced = await openPricedCore(settings);
      const { id, ended, events } = await run(priced, { max_rounds: 30, ...change });
      expect(ended).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4 });
      expect(ended.totals.calls).toBe(priced.asked.length);
      const limit = events.find(({ type }) => type === 'limit-reached');
      expect(limit).toMatchObject(scope === 'session' ? { type: 'limit-reached' } : { data: { scope } });
      expect(events.filter(({ type }) => type === 'turn-ended')).toHaveLength(priced.asked.length);
      expect(await priced.core.api['sessions.replay']({ id })).toMatchObject({ equal: true });
      const { budgets, reserved_usd: reserved } = await priced.core.api['cost.summary']({});
      expect(reserved).toBe(0);
      for (const budget of budgets) {
        expect(budget.spent).toBeLessThanOrEqual(budget.cap);
        expect(budget.scope).toBe(scope);
      }
    },
  );

  it('lets models on this machine run under any money cap', async () => {
    const priced = await openPricedCore(
      'budgets: { day: { usd: 0.000001 }, project: { usd: 0.000001 } }\nstub: { latency_ms: 0, tokens_per_s: 0 }',
    );
    const { ended } = await run(priced, { model: 'stub/debater', budget: { usd: 0.000001 } });
    expect(ended.exit_code).toBe(0);
  });
});
