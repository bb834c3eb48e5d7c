import { describe, expect, it } from 'vitest';
import type { Core } from '../../../core/app/index.ts';
import type { RunEvent } from '../../../core/contract/index.ts';
import { COST, openPricedCore, pricedDebate } from '../../support/priced-core.ts';

const speakers = async (core: Core, chain: readonly string[]): Promise<string[]> => {
  const names = ['Dione', 'Themis'];
  for (const name of names) {
    await core.api['agents.create']({
      ...{ name, description: name, role: `You are ${name}.`, style: { logic: 1 }, models: [...chain] },
    });
  }
  return names;
};

const eventsOf = async (core: Core, id: string): Promise<readonly RunEvent[]> =>
  (await core.api['sessions.events']({ id, after: 0, limit: 500 })).items as RunEvent[];

const debate = (agents: readonly string[], change: object = {}) => {
  const { model: _model, ...rest } = pricedDebate({ agents, max_rounds: 3, ...change });
  return rest as Parameters<Core['api']['sessions.create']>[0];
};

describe('rules that step down, in a whole core', { timeout: 30_000 }, () => {
  it('act once the day has cost more, are named on each call, and replay to the same bytes', async () => {
    const { core, asked } = await openPricedCore(
      `budgets:
  downgrade: [{ name: "enough for today", when: { day_usd_above: ${(2 * COST) / 1e6} }, to: cheapest }]
`,
    );
    const agents = await speakers(core, ['lab/dear', 'lab/cheap', 'stub/debater']);
    const { id } = await core.api['sessions.create'](debate(agents));
    expect((await core.whenEnded(id)).exit_code).toBe(0);
    // Two calls are exactly the limit, the third is above it.
    expect(asked.slice(0, 4)).toEqual(['lab/dear', 'lab/dear', 'lab/dear', 'lab/cheap'].map(bare));
    expect(asked.slice(4).every((model) => model === 'cheap')).toBe(true);
    const events = await eventsOf(core, id);
    expect(events.filter(({ type }) => type === 'downgrade-switched').map(({ data }) => data)).toEqual([
      {
        ...{ rule: 'enough for today', state: 'on', measure: 'day_usd' },
        ...{ above: 2 * COST, spent: 3 * COST },
      },
    ]);
    const started = events.flatMap((event) =>
      event.type === 'call-started' && event.data.provider === 'lab' ? [event.data] : [],
    );
    const stepped = started.filter(({ downgrade_rule: rule }) => rule === 'enough for today');
    expect(stepped.length).toBe(started.length - 3);
    expect(stepped.every(({ downgraded_from: from }) => from === 'lab/dear')).toBe(true);
    const replayed = await core.api['sessions.replay']({ id });
    expect(replayed).toMatchObject({ equal: true });
    const { notices } = await core.api['sessions.snapshot']({ id });
    expect(notices.filter(({ kind }) => kind === 'downgrade').map(({ text }) => text)).toContain(
      'Dione: lab/cheap is asked instead of lab/dear, by the rule “enough for today”.',
    );
  });

  it('are kept by a session that has them, and taken up by the next one', async () => {
    const { core, asked } = await openPricedCore();
    const agents = await speakers(core, ['lab/dear', 'lab/cheap']);
    const first = await core.api['sessions.create'](debate(agents, { max_rounds: 1 }));
    await core.whenEnded(first.id);
    const rule = { name: 'thrift', when: { project_usd_above: 0.000001 }, to: 'lab/cheap' };
    await core.api['settings.set']({ budgets: { downgrade: [rule] } });
    expect((await core.api['settings.get']({})).budgets.downgrade).toEqual([rule]);
    const before = asked.length;
    const second = await core.api['sessions.create'](debate(agents, { max_rounds: 1 }));
    await core.whenEnded(second.id);
    expect(new Set(asked.slice(0, before))).toEqual(new Set(['dear']));
    expect(new Set(asked.slice(before))).toEqual(new Set(['cheap']));
    await core.api['settings.set']({ budgets: { downgrade: null } });
    expect((await core.api['settings.get']({})).budgets.downgrade).toBeUndefined();
  });

  it('act on calls without a session along their chain, and say where one has none', async () => {
    const { core, asked } = await openPricedCore(
      `budgets:
  downgrade: [{ name: enough, when: { day_usd_above: ${(COST - 1) / 1e6} }, to: cheapest }]
`,
    );
    const told: RunEvent[] = [];
    const ask = async (models: readonly string[]) => {
      const line = JSON.stringify({ models, messages: [{ role: 'user', content: 'Hello' }] });
      const [call] = core.readCalls(line, { file: '-' });
      if (!call) throw new Error('no call was read');
      return core.call(
        call,
        () => {},
        new AbortController().signal,
        (event) => told.push(event),
      );
    };
    const chain = ['lab/dear', 'lab/cheap', 'stub/echo'];
    expect(await ask(chain)).toMatchObject({ cost_usd: COST / 1e6, warnings: [] });
    expect(await ask(chain)).toMatchObject({
      cost_usd: COST / 1e7,
      warnings: [{ code: 'downgraded', message: expect.stringContaining('"enough"') }],
    });
    expect(await ask(['lab/dear'])).toMatchObject({ warnings: [{ code: 'rule-without-effect' }] });
    expect(asked).toEqual(['dear', 'cheap', 'dear']);
    const started = told.flatMap(({ type, data }) => (type === 'call-started' ? [data] : []));
    expect(started[1]).toMatchObject({ downgraded_from: 'lab/dear', downgrade_rule: 'enough', link: 1 });
  });
});

const bare = (model: string): string => model.slice(model.indexOf('/') + 1);
