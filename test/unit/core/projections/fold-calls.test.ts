import { describe, expect, it } from 'vitest';
import type { EventData, EventDraft, RunEventOf } from '../../../../core/contract/index.ts';
import {
  changeAgent,
  foldBudgetAwaited,
  foldCallDelayed,
  foldCallEnded,
  foldCallRetried,
  foldCallStarted,
  foldCooldown,
  foldCost,
  foldLostCalls,
  foldWaitOver,
  keepIncomplete,
} from '../../../../core/projections/fold-calls.ts';
import { foldSessionView } from '../../../../core/projections/fold-session-view.ts';
import { emptySessionView } from '../../../../core/projections/session-view.ts';
import {
  callFailed,
  callStarted,
  cost,
  created,
  logOf,
  SESSION,
  taskId,
  turnStarted,
} from './session-log.ts';

const opened = () => {
  const view = logOf([created(), turnStarted(1, 0)]).reduce(foldSessionView, emptySessionView(SESSION));
  if (!view.current) throw new Error('The log holds no session-created.');
  return { view, current: view.current };
};
const started = (change: Parameters<typeof callStarted>[2] = {}) =>
  logOf([callStarted(1, 0, change)], 3)[0] as RunEventOf<'call-started'>;

const callEnded = (draft: EventDraft) => logOf([draft], 4)[0] as RunEventOf<'call-ended'>;
const brokenOff = (outcome: EventData<'call-ended'>['outcome']) =>
  callEnded({ type: 'call-ended', data: { call_id: '1-0.1', task_id: taskId(1, 0), outcome } });

describe('folding calls', () => {
  it('shows the call of a running turn, and none between two', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started());
    expect(current.running[0]?.call).toEqual({
      call_id: '1-0.1',
      attempt: 1,
      link: 0,
      model: 'stub/debater',
      reserved_tokens: 150,
      reserved_usd: null,
    });
    foldCallEnded(view, current, callEnded(callFailed(1, 0, 'Down.')));
    expect(current.running[0]).toMatchObject({ call: null, failures: ['Down.'] });
  });

  it('says what a running turn waits for, until that is over', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started());
    const delayed = (reason: string, limit: number | null) =>
      ({
        ...{ seq: 4, at: 70, type: 'call-delayed' },
        data: {
          ...{ task_id: taskId(1, 0), call_id: '1-0.1', account: 'openai', model: 'openai/gpt-4o' },
          ...{ reason, limit, wait_ms: 3_000 },
        },
      }) as unknown as RunEventOf<'call-delayed'>;
    foldCallDelayed(view, current, delayed('requests', 500));
    expect(current.running[0]?.waits).toEqual({
      ...{ for: 'rate-limit', text: 'waits for openai’s limit of 500 requests/min', since: 70 },
      at_least_ms: 3_000,
    });
    foldWaitOver(view, current, taskId(1, 0));
    expect(current.running[0]?.waits).toBeNull();
    foldCallDelayed(view, current, delayed('cooldown', null));
    expect(current.running[0]?.waits?.text).toBe('waits because openai/gpt-4o asked for patience');
    foldCallEnded(view, current, callEnded(callFailed(1, 0, 'Down.')));
    expect(current.running[0]?.waits).toBeNull();
    const awaited = { seq: 5, at: 90, data: { task_id: taskId(1, 0), scope: 'project', key: 'edge' } };
    foldBudgetAwaited(view, current, awaited as unknown as RunEventOf<'budget-awaited'>);
    expect(current.running[0]?.waits).toMatchObject({ for: 'budget', since: 90, at_least_ms: null });
  });

  it('tells of a step down, with what asked for it', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started({ link: 0, downgraded_from: 'lab/dear', downgrade_rule: 'late' }));
    foldCallStarted(view, current, started({ link: 1, downgraded_from: 'lab/dear' }));
    expect(current.notices.map(({ kind }) => kind)).toEqual(['downgrade', 'downgrade']);
    expect(current.notices[0]?.text).toMatch(/is asked instead of lab\/dear, by the rule “late”\.$/);
    expect(current.notices[1]?.text).toMatch(/which did not fit a budget\.$/);
  });

  it('knows what a running call has set aside, where there is a price', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started({ reserved_micro_usd: 2_500 }));
    expect(current.running[0]?.call?.reserved_usd).toBe(0.0025);
  });

  it('tells of attempts that are made again, on the running turn and as notices', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started());
    const data = {
      call_id: '1-0.1',
      task_id: taskId(1, 0),
      attempt: 1,
      model: 'lab/a',
      error: { code: 'provider/overloaded', message: 'Too busy.', retryable: true },
      wait_ms: 740,
    };
    const [event] = logOf([{ type: 'call-retried', data }], 5);
    foldCallRetried(view, current, event as RunEventOf<'call-retried'>);
    expect(current.running[0]?.failures).toEqual(['Too busy.']);
    expect(current.notices).toMatchObject([
      {
        kind: 'retry',
        seq: 5,
        text: expect.stringMatching(/: lab\/a is asked again in 0\.7 s \(attempt 2\)\. Too busy\.$/),
      },
    ]);
    const [late] = logOf([{ type: 'call-retried', data: { ...data, task_id: taskId(9, 9) } }], 6);
    foldCallRetried(view, current, late as RunEventOf<'call-retried'>);
    expect(current.notices).toHaveLength(1);
  });

  it.each([
    ['rate-limited', 30_000, 'lab/a is left alone for 30 s: it asked for patience.'],
    ['failures', 4_000, 'lab/a is left alone for 4.0 s: it failed several times in a row.'],
    ['key-refused', null, 'lab is not asked any more until its key is changed: it refused the key.'],
  ] as const)('tells why a model is left alone: %s', (reason, for_ms, text) => {
    const { view, current } = opened();
    const data = { call_id: '1-0.1', task_id: taskId(1, 0), account: 'lab', model: 'lab/a', reason, for_ms };
    const [event] = logOf([{ type: 'cooldown-started', data }], 5);
    foldCooldown(view, current, event as RunEventOf<'cooldown-started'>);
    expect(current.notices).toMatchObject([{ kind: 'cooldown', round: 1, text }]);
  });

  it('tells that the same model is asked again with half of the prompt', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started({ attempt: 2, compressed: true }));
    expect(current.notices).toMatchObject([
      { kind: 'retry', text: expect.stringContaining('half of the prompt') },
    ]);
  });

  it('keeps what a call had said when it was given up or failed', () => {
    const { view, current } = opened();
    const paused = brokenOff({ kind: 'abandoned', reason: 'paused', partial_text: 'The noise' });
    foldCallEnded(view, current, paused);
    const error = { code: 'provider/cut', message: 'The answer broke off.', retryable: true };
    foldCallEnded(view, current, brokenOff({ kind: 'failed', error, partial_text: 'The noise at' }));
    expect(current.incomplete).toEqual([
      {
        task_id: taskId(1, 0),
        round: 1,
        speaker_index: 0,
        agent: 'Athena',
        kind: 'rebuttal',
        text: 'The noise',
        reason: expect.stringContaining('Paused'),
        at: paused.at,
      },
      expect.objectContaining({ text: 'The noise at', reason: 'The answer broke off.' }),
    ]);
  });

  it('keeps nothing of a call that had said nothing', () => {
    const { view, current } = opened();
    foldCallEnded(view, current, brokenOff({ kind: 'abandoned', reason: 'paused', partial_text: '' }));
    expect(current.incomplete).toEqual([]);
  });

  it('keeps a text once, with the reason told last', () => {
    const { view, current } = opened();
    foldCallEnded(view, current, brokenOff({ kind: 'abandoned', reason: 'skipped', partial_text: 'Half' }));
    const [kept] = current.incomplete;
    if (!kept) throw new Error('Nothing was kept.');
    keepIncomplete(view, current, { ...kept, reason: 'Skipped by you.' });
    keepIncomplete(view, current, { ...kept, text: '' });
    keepIncomplete(view, current, { ...kept, text: '' });
    expect(current.incomplete.map(({ text, reason }) => [text, reason])).toEqual([
      ['Half', 'Skipped by you.'],
      ['', kept.reason],
      ['', kept.reason],
    ]);
  });

  it('counts calls of turns it does not know, and says nothing of them', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started({ task_id: 'unknown', repeated: true }));
    expect(current.totals).toMatchObject({ calls: 1, repeated_calls: 1 });
    expect(current.notices).toEqual([]);
    expect(current.running[0]?.call).toBeNull();
  });

  it('says that another model is asked even where it is not known why', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started({ link: 1 }));
    expect(current.notices[0]?.text).toBe('Athena: stub/debater is asked instead.');
  });

  it('marks only calls that were lost', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started());
    foldLostCalls(view, current, ['9.9']);
    expect(current.running[0]?.call).not.toBeNull();
    foldLostCalls(view, current, ['1-0.1']);
    expect(current.running[0]).toMatchObject({ call: null, failures: [expect.stringContaining('lost')] });
  });

  it('takes tokens that nobody counted for none, but money that nobody knows for unknown', () => {
    const { view, current } = opened();
    const data = {
      ...(cost(1, 0, null).data as EventData<'cost-recorded'>),
      input_tokens: null,
      output_tokens: null,
    };
    foldCost(view, current, data);
    expect(current.totals).toMatchObject({ usd: null, tokens: { input: 0, output: 0 } });
  });

  it('begins the sum of an agent with its first call', () => {
    const { view, current } = opened();
    changeAgent(view, current, 'Athena', (sum) => ({ ...sum, turns: sum.turns + 1 }));
    changeAgent(view, current, 'Athena', (sum) => ({ ...sum, turns: sum.turns + 1 }));
    expect(current.by_agent).toEqual([
      { agent: 'Athena', turns: 2, input_tokens: 0, output_tokens: 0, usd: 0 },
    ]);
  });
});
