import { describe, expect, it } from 'vitest';
import type { Finish, StreamPart } from '../../../../core/providers/chat-model.ts';
import { collectAnswer } from '../../../../core/providers/collect-answer.ts';

const finish: Finish = {
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: { input: 1 },
  model: 'm',
  requestId: null,
  warnings: [],
};
const call = { id: 'c', name: 't', arguments: '{}', complete: true };

describe('collectAnswer', () => {
  it('puts text, reasoning and calls together in their order', () => {
    const parts: readonly StreamPart[] = [
      { kind: 'reasoning-delta', text: 'r1' },
      { kind: 'text-delta', text: 'a' },
      { kind: 'reasoning-delta', text: 'r2' },
      { kind: 'text-delta', text: 'b' },
      { kind: 'tool-call', call },
      { kind: 'finish', ...finish },
    ];
    expect(collectAnswer(parts)).toEqual({ text: 'ab', reasoning: 'r1r2', toolCalls: [call], ...finish });
  });

  it('refuses parts without a finish', () => {
    expect(() => collectAnswer([{ kind: 'text-delta', text: 'a' }])).toThrow(
      expect.objectContaining({ code: 'provider/cut' }),
    );
  });
});
