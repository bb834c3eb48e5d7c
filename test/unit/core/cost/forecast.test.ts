import { describe, expect, it } from 'vitest';
import { forecast } from '../../../../core/cost/forecast.ts';
import { createdWith } from '../../../support/cast.ts';

const price = { table: 't', input: 1_000_000, output: 4_000_000 };
const plan = (change: Parameters<typeof createdWith>[0] = {}, chain = ['lab/a', 'stub/debater']) => {
  const created = createdWith(change, chain);
  const models = Object.fromEntries(
    Object.entries(created.models).map(([name, facts]) => [
      name,
      { ...facts, price: name === 'lab/a' ? price : null },
    ]),
  );
  return { ...created, models };
};

describe('forecast', () => {
  it('is a range that grows with rounds and answers', () => {
    const short = forecast(plan({ max_rounds: 1 }));
    const long = forecast(plan({ max_rounds: 5 }));
    expect(short.usd.low).toBeGreaterThan(0);
    expect(short.usd.low).toBeLessThan(short.usd.high);
    expect(long.usd.high).toBeGreaterThan(5 * short.usd.high - 0.02);
    expect(long.calls).toEqual({ low: 16, high: 16 });
    expect(forecast(plan({ max_output_tokens: 4_000 })).usd.high).toBeGreaterThan(forecast(plan()).usd.high);
  });

  it('counts the nodes of a task graph, not rounds', () => {
    const workflow = {
      graph: {
        nodes: [
          { id: 'a', agent: 'Athena' },
          { id: 'b', agent: 'Athena', retries: 1, deps: ['a'] },
        ],
      },
      stored: null,
      inputs: {},
      parallel: { total: 8 },
      on_failure: 'stop' as const,
      delegation: { max_nodes: 12, max_depth: 1, approve: 'auto' as const },
      given: {},
      only: null,
    };
    const found = forecast(plan({ mode: 'workflow', workflow }));
    expect(found.calls).toEqual({ low: 2, high: 3 });
    expect(found.usd.low).toBeGreaterThan(0);
    expect(found.usd.high).toBeGreaterThan(found.usd.low);
    const many = {
      ...workflow,
      graph: { nodes: [{ id: 'a', kind: 'map', max_items: 30, agent: 'Athena' }] },
    };
    expect(forecast(plan({ mode: 'workflow', workflow: many })).usd.high).toBeCloseTo(10 * found.usd.high);
  });

  it('never says more than the budget allows, and names what it cannot price', () => {
    expect(forecast(plan({ budget: { usd: 0.001, tokens: 500 } }))).toMatchObject({
      usd: { high: 0.001 },
      tokens: { high: 500 },
    });
    expect(forecast(plan({}, ['lab/unknown']))).toMatchObject({
      usd: { low: 0, high: 0 },
      unknown_models: ['lab/unknown'],
    });
    expect(forecast(plan({}, ['stub/debater']))).toMatchObject({
      usd: { low: 0, high: 0 },
      unknown_models: [],
    });
  });
});
