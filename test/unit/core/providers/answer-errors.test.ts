import { describe, expect, it } from 'vitest';
import {
  cutAnswer,
  emptyAnswer,
  malformedAnswer,
  noStream,
} from '../../../../core/providers/answer-errors.ts';
import type { Finish } from '../../../../core/providers/chat-model.ts';
import { idleWire, SECRET } from './idle-wire.ts';

const finish = (unified: Finish['finishReason']['unified'], warnings: Finish['warnings'] = []): Finish => ({
  finishReason: { unified, raw: 'raw-word' },
  usage: { input: 5, output: 7 },
  model: 'model-1',
  requestId: 'req-1',
  warnings,
});

describe('errors of an answer', () => {
  it('name the model and the host', () => {
    for (const error of [cutAnswer(idleWire()), malformedAnswer(idleWire(), 'odd'), noStream(idleWire())]) {
      expect(error.message).toContain('lab/model-1 at 127.0.0.1:8000');
      expect(error.remedy).toBeTruthy();
      expect(error.retryable).toBe(true);
    }
  });

  it('keep the usage of an empty answer: it was paid for', () => {
    const error = emptyAnswer(idleWire(), finish('stop'), 100);
    expect(error).toMatchObject({
      code: 'provider/empty',
      data: { usage: { input: 5, output: 7 }, request_id: 'req-1', finish_reason: { raw: 'raw-word' } },
    });
    expect(error.message).toContain('raw-word');
  });

  it('say when the whole allowance went into thinking', () => {
    const error = emptyAnswer(idleWire(), finish('length'), 100);
    expect(error.message).toContain('100 output tokens');
    expect(error.remedy).toContain('max_output_tokens');
  });

  it('give the words of a refusal, without a key in them', () => {
    const words = `I will not, ${SECRET}.`;
    const error = emptyAnswer(
      idleWire(),
      finish('content-filter', [{ code: 'refusal', message: words }]),
      100,
    );
    expect(error.code).toBe('provider/content-filter');
    expect(error.message).toContain('I will not, (key).');
  });
});
