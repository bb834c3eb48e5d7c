import { describe, expect, it } from 'vitest';
import type { EventData, RunEventOf } from '../../../../core/contract/index.ts';
import {
  changeAgent,
  foldCallEnded,
  foldCallStarted,
  foldCost,
  foldLostCalls,
} from '../../../../core/projections/fold-calls.ts';
import { foldSessionView } from '../../../../core/projections/fold-session-view.ts';
import { emptySessionView } from '../../../../core/projections/session-view.ts';
import { callFailed, callStarted, cost, created, logOf, SESSION, turnStarted } from './session-log.ts';

const opened = () => {
  const view = logOf([created(), turnStarted(1, 0)]).reduce(foldSessionView, emptySessionView(SESSION));
  if (!view.current) throw new Error('The log holds no session-created.');
  return { view, current: view.current };
};
const started = (change: Parameters<typeof callStarted>[2] = {}) =>
  logOf([callStarted(1, 0, change)], 3)[0] as RunEventOf<'call-started'>;

describe('folding calls', () => {
  it('shows the call of a running turn, and none between two', () => {
    const { view, current } = opened();
    foldCallStarted(view, current, started());
    expect(current.running[0]?.call).toEqual({
      call_id: '1-0.1',
      attempt: 1,
      link: 0,
      model: 'stub/debater',
    });
    foldCallEnded(view, current, callFailed(1, 0, 'Down.').data as EventData<'call-ended'>);
    expect(current.running[0]).toMatchObject({ call: null, failures: ['Down.'] });
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
