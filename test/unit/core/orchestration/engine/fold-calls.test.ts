import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../../../core/contract/index.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { attemptsOf, lastCall, runningCall } from '../../../../../core/orchestration/engine/fold-calls.ts';
import { type DraftSource, stateAfter } from './fold-bench.ts';

const failed: EventData<'call-ended'>['outcome'] = {
  kind: 'failed',
  error: { code: 'provider/server', message: 'down', retryable: true },
  partial_text: '',
};

describe('calls of a turn', () => {
  it('reserve while they run and give it back when they end', () => {
    const { state, turn } = stateAfter('call-started');
    expect(runningCall(turn())).toBeDefined();
    expect(state.reservedTokens).toBe(turn().calls[0]?.started.reserved_tokens);
    end(state, turn().taskId, failed);
    expect(state.reservedTokens).toBe(0);
    expect(runningCall(turn())).toBeUndefined();
    expect(lastCall(turn())?.outcome?.kind).toBe('failed');
  });

  it('count the attempts that were made again within them', () => {
    const { state, turn } = stateAfter('call-started');
    const data = {
      call_id: '1.1',
      task_id: turn().taskId,
      attempt: 1,
      model: 'stub/debater',
      error: { code: 'provider/server', message: 'down', retryable: true },
      wait_ms: 300,
    };
    foldSession(state, { type: 'call-retried', data }, 2);
    foldSession(state, { type: 'call-retried', data: { ...data, attempt: 2 } }, 3);
    foldSession(state, { type: 'call-retried', data: { ...data, call_id: '9.9' } }, 3);
    expect(attemptsOf(turn())).toBe(3);
    end(state, turn().taskId, failed);
    expect(attemptsOf(turn())).toBe(3);
  });

  it('ask the same link once more with half of a prompt that was too long, then the next', () => {
    const tooLong = { ...failed, error: { ...failed.error, code: 'provider/context-length' } };
    const { state, turn, goOn } = stateAfter('call-started', { topic: 'Edge networks. '.repeat(900) });
    const first = turn().calls[0]?.started;
    end(state, turn().taskId, tooLong);
    const second = goOn('call-started').data as EventData<'call-started'>;
    expect(second).toMatchObject({ link: 0, model: first?.model, compressed: true });
    const promptOf = (call: EventData<'call-started'> | undefined) =>
      (call?.reserved_tokens ?? 0) - (call?.max_output_tokens ?? 0);
    expect(promptOf(second)).toBeLessThanOrEqual(promptOf(first) / 2);
    expect(second.sections.some(({ truncated }) => truncated)).toBe(true);
    foldSession(
      state,
      { type: 'call-ended', data: { call_id: '1.2', task_id: turn().taskId, outcome: tooLong } },
      7,
    );
    const third = goOn('call-started').data as EventData<'call-started'>;
    expect(third.link).toBe(1);
    expect(third).not.toHaveProperty('compressed');
    expect(promptOf(third)).toBe(promptOf(first));
  });

  it('do not halve a prompt that is short already', () => {
    const { state, turn, goOn } = stateAfter('call-started', { context_tokens: 512 });
    end(state, turn().taskId, { ...failed, error: { ...failed.error, code: 'provider/context-length' } });
    expect(goOn('call-started').data).toMatchObject({ link: 1 });
  });

  it('move on to the next link after a failure, and stay on it after being given up or lost', () => {
    const afterFailure = stateAfter('call-started');
    end(afterFailure.state, afterFailure.turn().taskId, failed);
    expect(afterFailure.turn().link).toBe(1);
    const afterPause = stateAfter('call-started');
    end(afterPause.state, afterPause.turn().taskId, {
      kind: 'abandoned',
      reason: 'paused',
      partial_text: '',
    });
    expect(afterPause.turn().link).toBe(0);
    const afterCrash = stateAfter('call-started');
    const resumed = { reason: 'crash' as const, lost_calls: ['1.1'], incomplete: [] };
    foldSession(afterCrash.state, { type: 'session-resumed', data: resumed }, 9);
    expect(afterCrash.turn().link).toBe(0);
    expect(lastCall(afterCrash.turn())?.outcome).toEqual({ kind: 'lost' });
    expect(afterCrash.state.reservedTokens).toBe(0);
  });

  it('sum costs, and know that one unknown cost makes the sum unknown', () => {
    const { state, turn } = stateAfter('call-started');
    end(state, turn().taskId, failed);
    cost(state, turn().taskId, 120);
    expect(state.totals).toMatchObject({ microUsd: 120, inputTokens: 10, outputTokens: 5 });
    cost(state, turn().taskId, null);
    cost(state, turn().taskId, 1);
    expect(state.totals.microUsd).toBeNull();
  });
});

const end = (
  state: DraftSource['state'],
  taskId: string,
  outcome: EventData<'call-ended'>['outcome'],
): void => foldSession(state, { type: 'call-ended', data: { call_id: '1.1', task_id: taskId, outcome } }, 5);

const cost = (state: DraftSource['state'], taskId: string, microUsd: number | null): void =>
  foldSession(
    state,
    {
      type: 'cost-recorded',
      data: {
        call_id: '1.1',
        task_id: taskId,
        agent: 'Athena',
        provider: 'stub',
        model: 'stub/debater',
        micro_usd: microUsd,
        input_tokens: 10,
        output_tokens: 5,
        estimated: true,
        price_table: null,
      },
    },
    6,
  );
