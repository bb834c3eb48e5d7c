import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../../../core/contract/index.ts';
import { contextLoss } from '../../../../../core/providers/ollama/context-loss.ts';

const sentence =
  'The committee weighs the cost of a second data centre against the risk of losing the first. ';
const loss = (content: string, last: object, maxOutputTokens = 500) =>
  contextLoss('ollama/x', { messages: [{ role: 'user', content }], maxOutputTokens }, { ...last });

describe('contextLoss', () => {
  it('says how much of a long prompt was read', () => {
    const [warning] = loss(sentence.repeat(600), {
      prompt_eval_count: 4_096,
      eval_count: 9,
      done_reason: 'stop',
    });
    expect(warning).toMatchObject({
      code: 'context-truncated',
      message: expect.stringMatching(
        /read only 4096 of about 1\d{4} tokens.*num_ctx of 16384 that was asked for/,
      ),
    });
  });

  it('sees a cut of the standard context too', () => {
    const [warning] = loss(sentence.repeat(150), { prompt_eval_count: 1_000 });
    expect(warning?.message).toContain('smaller than the prompt');
  });

  it('knows a prompt that was cut to a context that it fills', () => {
    expect(loss(sentence.repeat(130), { prompt_eval_count: 2_048 })).toHaveLength(1);
    expect(loss(sentence.repeat(130), { prompt_eval_count: 2_050 })).toEqual([]);
  });

  it('is not fooled by another tokenizer, by short prompts, or by servers that do not count', () => {
    expect(loss('猫が好きです。'.repeat(400), { prompt_eval_count: 1_300 })).toEqual([]);
    expect(loss('Hello', { prompt_eval_count: 1 })).toEqual([]);
    expect(loss(sentence.repeat(600), {})).toEqual([]);
    expect(contextLoss('m', { messages: [], maxOutputTokens: 1 }, null)).toEqual([]);
  });

  it('says when the context was full before the answer was', () => {
    const [warning] = loss('Hello', { prompt_eval_count: 20, eval_count: 80, done_reason: 'length' }, 100);
    expect(warning).toMatchObject({ code: 'context-full', message: expect.stringContaining('80 of 100') });
    expect(loss('Hello', { prompt_eval_count: 20, eval_count: 100, done_reason: 'length' }, 100)).toEqual([]);
  });

  const SEED = 20_261_121;
  it(`never complains where at least the estimate was read, seed ${SEED}`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4_000 }), fc.nat(500), (content, more) => {
        const read = estimateTokens(content) + 1 + more;
        expect(loss(content, { prompt_eval_count: read, done_reason: 'stop' })).toEqual([]);
      }),
      { seed: SEED },
    );
  });
});
