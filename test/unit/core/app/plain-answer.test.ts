import { describe, expect, it } from 'vitest';
import { plainAnswerOf, withoutAnswer } from '../../../../core/app/plain-answer.ts';
import { AgentNetError } from '../../../../core/contract/index.ts';

const figures = {
  attempts: 1,
  usage: { input: 3 },
  microUsd: 1_500,
  warnings: [{ code: 'waited', message: 'x' }],
};
const finish = {
  kind: 'finish',
  finishReason: { unified: 'stop', raw: 'end' },
  usage: {},
  model: 'm',
  requestId: null,
  warnings: [{ code: 'seed', message: 'y' }],
} as const;

describe('plainAnswerOf', () => {
  it('gives dollars, null for what is unknown, and the warnings of the way before those of the model', () => {
    const gathered = { text: 'Hi', reasoning: '', toolCalls: [], finish, error: null, firstTokenMs: 1 };
    const answer = plainAnswerOf('q', 'a/m', gathered, figures);
    expect(answer).toMatchObject({ id: 'q', text: 'Hi', complete: true, cost_usd: 0.0015, error: null });
    expect(answer.usage).toEqual({
      input: 3,
      output: null,
      cached_read: null,
      cached_write: null,
      reasoning: null,
    });
    expect(answer.warnings.map(({ code }) => code)).toEqual(['waited', 'seed']);
    expect(plainAnswerOf('q', 'a/m', gathered, { ...figures, microUsd: null }).cost_usd).toBeNull();
  });

  it('calls what a content filter ended an error, and keeps the words', () => {
    const filtered = { ...finish, finishReason: { unified: 'content-filter', raw: 'refusal' } } as const;
    const gathered = {
      text: 'I',
      reasoning: '',
      toolCalls: [],
      finish: filtered,
      error: null,
      firstTokenMs: 1,
    };
    expect(plainAnswerOf('q', 'a/m', gathered, figures)).toMatchObject({
      text: 'I',
      complete: true,
      error: { code: 'provider/content-filter' },
    });
  });

  it('is incomplete where nothing was said', () => {
    const error = new AgentNetError('provider/rate-limited', 'x', { data: { retry_after_ms: 9 } });
    expect(plainAnswerOf('q', 'a/m', withoutAnswer(error), figures)).toMatchObject({
      text: '',
      complete: false,
      finish_reason: { unified: 'error', raw: null },
      error: { code: 'provider/rate-limited', retryable: true, retry_after_ms: 9 },
    });
  });
});
