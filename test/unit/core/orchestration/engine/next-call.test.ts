import { describe, expect, it } from 'vitest';
import type { DowngradeRule, EventDraft, ResolvedSpecification } from '../../../../../core/contract/index.ts';
import { derive } from '../../../../../core/orchestration/engine/derive.ts';
import { foldSession, openState } from '../../../../../core/orchestration/engine/fold.ts';
import { nextCall } from '../../../../../core/orchestration/engine/next-call.ts';
import { createdWith } from '../../../../support/cast.ts';
import { answer } from './fold-bench.ts';

const priceOf: Readonly<Record<string, number>> = { 'lab/dear': 10_000_000, 'lab/cheap': 1_000_000 };

/** A session at its first open turn, with models that have prices. */
const priced = (
  change: Partial<ResolvedSpecification>,
  chain: readonly string[] = ['lab/dear', 'lab/cheap', 'stub/debater'],
  downgrade: readonly DowngradeRule[] = [],
) => {
  const created = { ...createdWith(change, chain), downgrade: [...downgrade] };
  for (const [name, facts] of Object.entries(created.models)) {
    const rate = priceOf[name];
    facts.price = rate === undefined ? null : { table: 't', input: rate, output: rate };
  }
  const state = openState(
    '00000000-0000-4000-8000-000000000001',
    { type: 'session-created', data: created },
    0,
  );
  let at = 0;
  const fold = (draft: EventDraft) => {
    at += 1;
    foldSession(state, draft, at);
  };
  const until = (type: EventDraft['type']): EventDraft => {
    for (let draft = derive(state); draft; draft = derive(state)) {
      fold(draft);
      if (draft.type === type) return draft;
    }
    throw new Error(`${type} is not due`);
  };
  until('turn-started');
  const turn = () => {
    const [first] = state.open.values();
    if (!first) throw new Error('no turn is open');
    return first;
  };
  return { state, fold, until, turn, next: () => nextCall(state, turn()) };
};

const needed = (): number => {
  const draft = priced({}).next();
  return draft?.type === 'call-started' ? (draft.data.reserved_micro_usd ?? 0) : 0;
};

describe('the next call under budgets', () => {
  it('reserves its worst case: prompt and longest answer at the frozen price', () => {
    const draft = priced({}).next();
    expect(draft).toMatchObject({
      type: 'call-started',
      data: { model: 'lab/dear', max_output_tokens: 400 },
    });
    if (draft?.type !== 'call-started') return;
    expect(draft.data.reserved_micro_usd).toBe(draft.data.reserved_tokens * 10);
  });

  it('starts when the cap is reached exactly, and not a micro-USD above it', () => {
    const worst = needed();
    expect(priced({ budget: { usd: worst / 1e6 } }).next()?.type).toBe('call-started');
    expect(priced({ budget: { usd: (worst - 1) / 1e6 } }).next()).toEqual({
      type: 'limit-reached',
      data: { limit: 'usd', cap: (worst - 1) / 1e6, spent: 0, needed: worst / 1e6 },
    });
  });

  it('names the turn when its own cap is meant', () => {
    expect(priced({ budget: { turn: { usd: 0.000001 } } }).next()).toMatchObject({
      data: { limit: 'usd', scope: 'turn' },
    });
    expect(priced({ budget: { turn: { tokens: 5 } } }).next()).toMatchObject({
      data: { limit: 'tokens', scope: 'turn' },
    });
  });

  it('keeps a reservation until its cost is on record, and lets others wait for it', () => {
    const worst = needed();
    const session = priced({ strategy: 'parallel', budget: { usd: (1.5 * worst) / 1e6 } });
    session.until('call-started');
    expect(session.state.reservedMicroUsd).toBe(worst);
    session.until('turn-started');
    session.until('turn-started');
    expect(derive(session.state)).toBeNull();
    const { taskId } = session.turn();
    const ended = { call_id: '1.1', task_id: taskId, outcome: answer('Position: yes.') };
    session.fold({ type: 'call-ended', data: ended });
    expect(session.state.reservedMicroUsd).toBe(worst);
    expect(session.until('cost-recorded').data).toMatchObject({
      micro_usd: 1_200,
      usage: { input: 100, output: 20 },
    });
    expect(session.state.reservedMicroUsd).toBe(0);
    expect(session.state.totals.microUsd).toBe(1_200);
    expect(session.until('turn-ended').data).toMatchObject({ cost: { usd: 0.0012 } });
  });

  it('steps down to a cheaper model where the specification says so', () => {
    const budget = { usd: (needed() - 1) / 1e6 };
    expect(priced({ budget, on_limit: 'downgrade' }).next()).toMatchObject({
      data: { model: 'lab/cheap', link: 1, downgraded_from: 'lab/dear' },
    });
    expect(priced({ budget: { usd: 0.000001 }, on_limit: 'downgrade' }).next()).toMatchObject({
      data: { model: 'stub/debater', reserved_micro_usd: 0 },
    });
    expect(priced({ budget, on_limit: 'downgrade' }, ['lab/cheap', 'lab/dear']).next()).toMatchObject({
      data: { model: 'lab/cheap' },
    });
    const tooDear = { budget: { usd: 0.000001 }, on_limit: 'downgrade' } as const;
    expect(priced(tooDear, ['lab/cheap', 'lab/dear']).next()?.type).toBe('limit-reached');
  });

  const switched = (rule: string, state: 'on' | 'off'): EventDraft => ({
    type: 'downgrade-switched',
    data: { rule, state, measure: 'day_usd', above: 1, spent: 2 },
  });

  it('steps down while a rule of the settings holds, and names it', () => {
    const session = priced({}, undefined, [{ name: 'late', when: { day_usd_above: 1 }, to: 'cheapest' }]);
    expect(session.next()).toMatchObject({ data: { model: 'lab/dear', link: 0 } });
    session.fold(switched('late', 'on'));
    const down = session.next();
    expect(down).toMatchObject({
      data: { model: 'lab/cheap', link: 1, downgraded_from: 'lab/dear', downgrade_rule: 'late' },
    });
    expect(down?.type === 'call-started' && down.data.reserved_micro_usd).toBe(needed() / 10);
    session.fold(switched('late', 'off'));
    expect(session.next()).toMatchObject({ data: { model: 'lab/dear', link: 0 } });
  });

  it('steps down to a stub only where the rule names it, and to nothing that the chain does not name', () => {
    const to = (model: string, chain?: readonly string[]) => {
      const session = priced({}, chain, [{ name: 'late', when: { day_usd_above: 1 }, to: model }]);
      session.fold(switched('late', 'on'));
      return session.next();
    };
    expect(to('stub/debater')).toMatchObject({ data: { model: 'stub/debater', downgrade_rule: 'late' } });
    expect(to('cheapest', ['lab/dear', 'stub/debater'])).toMatchObject({ data: { model: 'lab/dear' } });
    expect(to('lab/unheard-of')).toMatchObject({ data: { model: 'lab/dear' } });
    const dearer = to('lab/dear', ['lab/cheap', 'lab/dear']);
    expect(dearer).toMatchObject({ data: { model: 'lab/cheap' } });
    expect(dearer?.data).not.toHaveProperty('downgrade_rule');
  });

  it('knows the share of its own caps by itself', () => {
    const rule = { name: 'half', when: { session_share_above: 0.5 }, to: 'cheapest' };
    const budget = { usd: (needed() * 10) / 1e6 };
    const session = priced({ strategy: 'parallel', budget }, undefined, [rule]);
    session.until('call-started');
    const spent = (micro_usd: number): EventDraft => ({
      type: 'cost-recorded',
      data: {
        ...{ call_id: 'x', task_id: 'x', agent: 'Athena', provider: 'lab', model: 'lab/dear', micro_usd },
        ...{ input_tokens: 1, output_tokens: 1, estimated: false, price_table: 't' },
      },
    });
    session.fold(spent(needed() * 5));
    session.until('turn-started');
    expect(session.until('call-started')).toMatchObject({ data: { model: 'lab/dear' } });
    session.fold(spent(1));
    session.until('turn-started');
    expect(session.until('call-started')).toMatchObject({
      data: { model: 'lab/cheap', downgraded_from: 'lab/dear', downgrade_rule: 'half' },
    });
  });

  it('goes further down than a rule where the call does not fit, if it may', () => {
    const rule = { name: 'late', when: { day_usd_above: 1 }, to: 'lab/cheap' };
    const budget = { usd: 0.000001 };
    const stopped = priced({ budget }, undefined, [rule]);
    stopped.fold(switched('late', 'on'));
    expect(stopped.next()).toMatchObject({ type: 'limit-reached', data: { needed: needed() / 1e7 } });
    const free = priced({ budget, on_limit: 'downgrade' }, undefined, [rule]);
    free.fold(switched('late', 'on'));
    const down = free.next();
    expect(down).toMatchObject({ data: { model: 'stub/debater', downgraded_from: 'lab/dear' } });
    expect(down?.data).not.toHaveProperty('downgrade_rule');
  });

  it('takes the word of the budgets of the data folder', () => {
    const session = priced({});
    const standing = {
      ...{
        task_id: session.turn().taskId,
        call_id: '1.1',
        model: 'lab/dear',
        link: 0,
        scope: 'day' as const,
      },
      ...{ key: '2026-11-21', unit: 'usd' as const, cap: 100, spent: 90, reserved: 5, needed: 20 },
    };
    session.fold({ type: 'budget-awaited', data: standing });
    expect(derive(session.state)).toBeNull();
    session.fold({ type: 'budget-granted', data: { task_id: standing.task_id, call_id: '1.1' } });
    expect(derive(session.state)?.type).toBe('call-started');
    session.fold({ type: 'budget-refused', data: standing });
    expect(derive(session.state)).toEqual({
      type: 'limit-reached',
      data: { limit: 'usd', scope: 'day', key: '2026-11-21', cap: 0.0001, spent: 0.00009, needed: 0.00002 },
    });
    session.fold({ type: 'session-resumed', data: { reason: 'crash', lost_calls: [], incomplete: [] } });
    expect(derive(session.state)?.type).toBe('call-started');
  });

  it('costs nothing when the answer was given before', () => {
    const session = priced({});
    session.until('call-started');
    const outcome = { ...answer('Position: yes.'), cached: true };
    session.fold({ type: 'call-ended', data: { call_id: '1.1', task_id: session.turn().taskId, outcome } });
    expect(session.until('cost-recorded').data).toMatchObject({ micro_usd: 0, cached: true });
    expect(session.until('turn-ended').data).toMatchObject({ cost: { usd: 0 } });
  });

  it('says nothing of money in logs from before there were prices', () => {
    const created = createdWith({}, ['openai/gpt-4o']);
    const state = openState(
      '00000000-0000-4000-8000-000000000001',
      { type: 'session-created', data: created },
      0,
    );
    for (let at = 1; ; at += 1) {
      const draft = derive(state);
      if (!draft) throw new Error('no call is due');
      if (draft.type !== 'call-started') {
        foldSession(state, draft, at);
        continue;
      }
      expect(draft.data).not.toHaveProperty('reserved_micro_usd');
      return;
    }
  });
});
