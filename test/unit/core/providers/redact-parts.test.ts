import { describe, expect, it } from 'vitest';
import type { StreamPart } from '../../../../core/providers/chat-model.ts';
import { answerRedaction } from '../../../../core/providers/http/redact-stream.ts';
import { redactParts } from '../../../../core/providers/redact-parts.ts';

const KEY = 'sk-canary-0a1b2c3d4e5f';
const redactor = () => {
  const redaction = answerRedaction([KEY]);
  if (!redaction) throw new Error('there is a key');
  return redactParts(redaction);
};
const text = (words: string): StreamPart => ({ kind: 'text-delta', text: words });
const thought = (words: string): StreamPart => ({ kind: 'reasoning-delta', text: words });
const finish: StreamPart = {
  kind: 'finish',
  finishReason: { unified: 'stop', raw: KEY },
  usage: { input: 1 },
  model: `m-${KEY}`,
  requestId: KEY,
  warnings: [{ code: 'c', message: `about ${KEY}` }],
};

describe('redactParts', () => {
  it('keeps text and reasoning apart, and gives what it held before what follows', () => {
    const { take } = redactor();
    expect(take([text(`A ${KEY.slice(0, 5)}`)])).toEqual([text('A ')]);
    expect(take([thought(KEY.slice(0, 9))])).toEqual([]);
    expect(take([text(`${KEY.slice(5)} D`)])).toEqual([text('(key) D')]);
    expect(take([text('s')])).toEqual([]);
    const call = { id: 'c', name: 'f', arguments: `{"a":"${KEY}"}`, complete: true };
    expect(take([{ kind: 'tool-call', call }])).toEqual([
      thought(KEY.slice(0, 9)),
      text('s'),
      { kind: 'tool-call', call: { ...call, arguments: '{"a":"(key)"}' } },
    ]);
  });

  it('takes keys out of all that stands in the end, and leaves the rest', () => {
    expect(redactor().take([text('Yes'), finish])).toEqual([
      text('Ye'),
      text('s'),
      {
        ...{ kind: 'finish', finishReason: { unified: 'stop', raw: '(key)' }, usage: { input: 1 } },
        ...{ model: 'm-(key)', requestId: '(key)', warnings: [{ code: 'c', message: 'about (key)' }] },
      },
    ]);
  });

  it('loses nothing of an answer that breaks off', () => {
    const { take, rest } = redactor();
    expect(take([text('and sk-can')])).toEqual([text('and ')]);
    expect(rest()).toEqual([text('sk-can')]);
    expect(rest()).toEqual([]);
  });
});
