import { describe, expect, it } from 'vitest';
import { chatReader } from '../../../../../core/providers/ollama/chat-reader.ts';
import { idleWire } from '../idle-wire.ts';

const line = (message: object, more: object = {}) => ({ model: 'm-1', message, done: false, ...more });

const request = { messages: [{ role: 'user', content: 'Hello' }], maxOutputTokens: 3 } as const;

describe('chatReader', () => {
  it('reads thoughts and text, and is complete with the line that says so', () => {
    const reader = chatReader(idleWire(), request);
    expect(reader.read(line({ thinking: 'a', content: 'b' }))).toEqual([
      { kind: 'reasoning-delta', text: 'a' },
      { kind: 'text-delta', text: 'b' },
    ]);
    expect(reader.isComplete()).toBe(false);
    reader.read(line({ content: '' }, { done: true, done_reason: 'length', eval_count: 3 }));
    expect(reader.isComplete()).toBe(true);
    expect(reader.finish(null)).toMatchObject({
      finishReason: { unified: 'length', raw: 'length' },
      usage: { output: 3 },
      model: 'm-1',
    });
  });

  it('numbers the calls, which have no ids here', () => {
    const reader = chatReader(idleWire(), request);
    const call = (name: string, args: unknown) => ({ function: { name, arguments: args } });
    reader.read(line({ tool_calls: [call('one', { x: 1 }), call('two', null), null] }));
    expect(reader.toolCalls().map((part) => (part.kind === 'tool-call' ? part.call : null))).toEqual([
      { id: 'call_1', name: 'one', arguments: '{"x":1}', complete: true },
      { id: 'call_2', name: 'two', arguments: '{}', complete: true },
    ]);
  });

  it('refuses what is no line', () => {
    expect(() => chatReader(idleWire(), request).read('x')).toThrow(
      expect.objectContaining({ code: 'provider/malformed' }),
    );
  });
});
