import { describe, expect, it } from 'vitest';
import { briefOf, maxOutputTokensOf } from '../../../../../core/orchestration/engine/brief-of.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { answer, stateAfter } from './fold-bench.ts';

describe('briefOf', () => {
  it('lets a speaker hear those before him, and parallel speakers only earlier rounds', () => {
    for (const [strategy, heard] of [
      ['round_robin', ['Athena']],
      ['parallel', []],
    ] as const) {
      const { state, turn, goOn } = stateAfter('call-started', { strategy });
      const outcome = answer('Position: keep it.');
      foldSession(
        state,
        { type: 'call-ended', data: { call_id: '1.1', task_id: turn().taskId, outcome } },
        5,
      );
      goOn('turn-ended');
      goOn('turn-started');
      const second = [...state.open.values()].find((one) => one.intent.agent === 'Apollo') ?? turn();
      expect(briefOf(state, second).heard.map(({ agent }) => agent)).toEqual(heard);
    }
  });

  it('shows a whisper to its addressee only', () => {
    const { state, turn } = stateAfter('turn-started');
    const say = (to: string) =>
      foldSession(
        state,
        {
          type: 'interjection-recorded',
          data: { from: 'user', to, text: `to ${to}`, whisper: to !== 'all' },
        },
        5,
      );
    for (const to of ['all', 'Athena', 'Apollo']) say(to);
    expect(briefOf(state, turn()).interjections.map(({ text }) => text)).toEqual(['to all', 'to Athena']);
  });

  it('takes the limit of the specification where the agent has none, else 1,024', () => {
    const { state, turn } = stateAfter('turn-started', { max_output_tokens: null });
    expect(maxOutputTokensOf(state, turn())).toBe(1024);
    const limited = stateAfter('turn-started', { max_output_tokens: 77 });
    expect(maxOutputTokensOf(limited.state, limited.turn())).toBe(77);
  });

  it('asks for JSON behind the text where the model of the next link can be held to it', () => {
    const { state, turn } = stateAfter('turn-started');
    expect(briefOf(state, turn()).form).toBe('labelled');
    Object.assign(state.models['stub/debater'] ?? {}, { structured: true });
    expect(briefOf(state, turn()).form).toBe('labelled-and-json');
  });
});
