import { describe, expect, it } from 'vitest';
import type { BudgetAnswer, SessionBudgets } from '../../../../../core/ledger/index.ts';
import { CallReservations } from '../../../../../core/orchestration/engine/call-reservations.ts';
import type { SessionState } from '../../../../../core/orchestration/engine/session-state.ts';

const intent = {
  type: 'call-started',
  data: { task_id: 't', call_id: '1.1', model: 'lab/a', link: 0, reserved_tokens: 9, reserved_micro_usd: 90 },
} as never;
const stateWith = (awaitsBudget: boolean, kind = 'running') =>
  ({
    models: {},
    downgrade: [],
    phase: { kind },
    idle: false,
    open: new Map([['t', { awaitsBudget }]]),
  }) as unknown as SessionState;
const standing = { scope: 'day', key: 'k', unit: 'usd', cap: 1, spent: 0, reserved: 1, needed: 1 } as const;

const bench = (first: BudgetAnswer, spent = { now: 0 }) => {
  const released: string[] = [];
  const answers: string[] = [];
  let settle: (answer: { kind: 'granted' }) => void = () => {};
  const budgets: SessionBudgets = {
    reserve: async () => first,
    waitFor: (_need, signal) =>
      new Promise((resolve, reject) => {
        settle = resolve;
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    release: async (callId) => {
      released.push(callId);
    },
    keepOnly: async () => {},
    project: 'edge',
    time: { begin: () => null, stop: () => {} },
    spent: async () => spent.now,
  };
  const reservations = new CallReservations(budgets, (answer) => answers.push(answer.type));
  return { reservations, released, answers, grant: () => settle({ kind: 'granted' }) };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('reservations of a run', () => {
  it('ask nobody without budgets, and in logs from before there were prices', () => {
    const state = stateWith(false);
    expect(new CallReservations(undefined, () => {}).ask(state, intent)).toBeNull();
    const old = { type: 'call-started', data: { call_id: '1.1' } } as never;
    expect(bench({ kind: 'granted' }).reservations.ask(state, old)).toBeNull();
  });

  it('let the intent pass when it is granted, and say what stands against it', async () => {
    expect(await bench({ kind: 'granted' }).reservations.ask(stateWith(false), intent)).toBe(intent);
    const refused = await bench({ kind: 'refused', standing }).reservations.ask(stateWith(false), intent);
    expect(refused).toMatchObject({ type: 'budget-refused', data: { task_id: 't', link: 0, cap: 1 } });
  });

  it('say when a rule of the settings begins or ceases to hold, before anything is reserved', async () => {
    const spent = { now: 2_000_001 };
    const { reservations } = bench({ kind: 'granted' }, spent);
    const rulesOn = new Set<string>();
    const state = {
      ...stateWith(false),
      downgrade: [
        { name: 'share', when: { session_share_above: 0.5 }, to: 'cheapest' },
        { name: 'late', when: { project_usd_above: 2 }, to: 'cheapest' },
      ],
      rulesOn,
      open: new Map([['t', { awaitsBudget: false, reference: 'A@1.0.0', link: 0 }]]),
      chains: { 'A@1.0.0': ['lab/a', 'lab/b'] },
    } as unknown as SessionState;
    expect(await reservations.ask(state, intent)).toEqual({
      type: 'downgrade-switched',
      data: {
        ...{ rule: 'late', state: 'on', measure: 'project_usd', key: 'edge' },
        ...{ above: 2_000_000, spent: 2_000_001 },
      },
    });
    rulesOn.add('late');
    expect(await reservations.ask(state, intent)).toBe(intent);
    spent.now = 2_000_000;
    expect(await reservations.ask(state, intent)).toMatchObject({ data: { rule: 'late', state: 'off' } });
    const last = { ...state, chains: { 'A@1.0.0': ['lab/a'] } } as never;
    expect(await reservations.ask(last, intent)).toBe(intent);
    const free = { ...state, models: { 'lab/a': { local: true }, 'lab/b': { local: true } } } as never;
    expect(await reservations.ask(free, intent)).toBe(intent);
  });

  it('wait beside the run, and give back what no intent follows', async () => {
    const { reservations, released, answers, grant } = bench({ kind: 'awaited', standing });
    expect(await reservations.ask(stateWith(false), intent)).toMatchObject({ type: 'budget-awaited' });
    reservations.tidy(stateWith(true));
    grant();
    await settled();
    expect(answers).toEqual(['budget-granted']);
    reservations.tidy(stateWith(true));
    expect(released).toEqual([]);
    reservations.tidy(stateWith(false));
    expect(released).toEqual(['1.1']);
  });

  it('stop waiting when the turn ended, the session paused, or the run is over', async () => {
    for (const end of [
      (one: CallReservations) => one.tidy(stateWith(false)),
      (one: CallReservations) => one.tidy(stateWith(true, 'paused')),
      (one: CallReservations) => one.close(),
    ]) {
      const { reservations, released, answers } = bench({ kind: 'awaited', standing });
      await reservations.ask(stateWith(false), intent);
      end(reservations);
      await settled();
      expect(released).toEqual(['1.1']);
      expect(answers).toEqual([]);
    }
  });

  it('give back what is granted after the run is over', async () => {
    const { reservations, released } = bench({ kind: 'granted' });
    const asking = reservations.ask(stateWith(false), intent);
    reservations.close();
    await asking;
    expect(released).toEqual(['1.1']);
  });
});
