import { describe, expect, it } from 'vitest';
import { derive } from '../../../../../core/orchestration/engine/derive.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import type { SessionState } from '../../../../../core/orchestration/engine/session-state.ts';
import { answer, stateAfter } from './fold-bench.ts';

const end = (state: SessionState, taskId: string, outcome: object): void =>
  foldSession(
    state,
    { type: 'call-ended', data: { call_id: '1.1', task_id: taskId, outcome: outcome as never } },
    50,
  );

const failure = (code: string, partial = '') => ({
  kind: 'failed',
  error: { code, message: `It said ${code}.`, retryable: false },
  partial_text: partial,
});

describe('the next event of a turn', () => {
  it('records the cost of an answer, then the turn', () => {
    const { state, turn, goOn } = stateAfter('call-started');
    end(state, turn().taskId, answer('Position: keep it.\n\nConfidence: 0.7'));
    expect(goOn('cost-recorded').data).toMatchObject({ micro_usd: 0, input_tokens: 100, output_tokens: 20 });
    expect(goOn('turn-ended').data).toMatchObject({ agent: 'Athena', attempts: 1, stub: true });
  });

  it('asks the next link after a failure that gave nothing, without a cost', () => {
    const { state, turn, goOn } = stateAfter('call-started');
    end(state, turn().taskId, failure('provider/server'));
    expect(derive(state)?.type).toBe('call-started');
    expect(goOn('call-started').data).toMatchObject({ call_id: '1.2', link: 1, model: 'stub/voter' });
  });

  it('counts what a broken answer had given, estimated, and fails when no link is left', () => {
    const { state, turn, goOn } = stateAfter('call-started', {}, ['openai/gpt-4o']);
    end(state, turn().taskId, failure('provider/cut', 'half an answer'));
    expect(goOn('cost-recorded').data).toMatchObject({ estimated: true, micro_usd: null });
    expect(goOn('turn-failed').data).toMatchObject({
      text: 'half an answer',
      error: { code: 'provider/cut' },
      attempts: 1,
    });
  });

  it('records what a refusal cost', () => {
    const { state, turn, goOn } = stateAfter('call-started', {}, ['openai/gpt-4o']);
    const usage = { input: 30, output: 4 };
    end(state, turn().taskId, { ...failure('provider/content-filter'), usage });
    expect(goOn('cost-recorded').data).toMatchObject({
      input_tokens: 30,
      output_tokens: 4,
      estimated: false,
    });
  });

  it('starts no call that does not fit the token cap, and waits for one that may leave room', () => {
    const alone = stateAfter('turn-started', { budget: { tokens: 300 } });
    expect(derive(alone.state)?.type).toBe('limit-reached');
    const first = stateAfter('call-started', { strategy: 'parallel' });
    const needed = first.turn().calls[0]?.started.reserved_tokens ?? 0;
    const both = stateAfter('call-started', { strategy: 'parallel', budget: { tokens: needed + 50 } });
    for (let others = 0; others < 2; others += 1) both.goOn('turn-started');
    expect(derive(both.state)).toBeNull();
    expect(both.state.reservedTokens).toBe(needed);
  });

  it('ends a turn that a person passed over, with what was seen of it', () => {
    const { state, turn, goOn } = stateAfter('call-started');
    foldSession(state, { type: 'speaker-skipped', data: { by: 'user', round: 1, agent: 'Athena' } }, 20);
    expect(derive(state)).toBeNull();
    end(state, turn().taskId, { kind: 'abandoned', reason: 'skipped', partial_text: 'so far' });
    expect(goOn('turn-failed').data).toMatchObject({ text: 'so far', error: { code: 'session/skipped' } });
    expect(goOn('turn-started').data).toMatchObject({ agent: 'Apollo' });
  });
});
