import { describe, expect, it } from 'vitest';
import { type Turn, turn as turnSchema } from '../../../../../core/contract/index.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { answer, stateAfter } from './fold-bench.ts';

const finish = (
  text: string,
  chain: readonly string[],
  usage?: { input?: number; output?: number },
): Turn => {
  const { state, turn, goOn } = stateAfter('call-started', {}, chain);
  const outcome = answer(text, usage);
  foldSession(state, { type: 'call-ended', data: { call_id: '1.1', task_id: turn().taskId, outcome } }, 878);
  return goOn('turn-ended').data as Turn;
};

describe('finishedTurn', () => {
  it('is a turn of the contract, with what was said, counted and timed', () => {
    const turn = finish('Position: lease it.\n\nConfidence: 0.8', ['stub/debater']);
    expect(turnSchema.parse(turn)).toEqual(turn);
    expect(turn).toMatchObject({
      round: 1,
      speaker_index: 0,
      output: { confidence: 0.8, tokens: { input: 100, output: 20 } },
      cost: { provider: 'stub', model: 'debater', usd: 0 },
      stub: true,
      version: 'agent:Athena@1.0.0',
    });
    expect(turn.input.prompt).toContain('Designing a resilient edge network');
    expect(turn.timing.latency_ms).toBe(Math.round((turn.timing.completed - turn.timing.started) * 1000));
  });

  it('says null, never 0, where a number is not known', () => {
    const turn = finish('Position: lease it.', ['openai/gpt-4o'], {});
    expect(turn.output.tokens).toEqual({ input: null, output: null });
    expect(turn.cost.usd).toBeNull();
    expect(turn.output.confidence).toBeNull();
    expect(turn.stub).toBe(false);
  });
});
