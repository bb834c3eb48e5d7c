import { describe, expect, it } from 'vitest';
import { chatReader } from '../../../../../core/providers/openai/chat-reader.ts';
import { idleWire } from '../idle-wire.ts';

const delta = (content: object, finish_reason: string | null = null) => ({
  model: 'm-1',
  choices: [{ index: 0, delta: content, finish_reason }],
});
const reading = (...events: readonly unknown[]) => {
  const reader = chatReader(idleWire(), [], 'delta');
  return { reader, parts: events.flatMap((event) => reader.read(event)) };
};
const call = (index: number | undefined, id: string, name: string, args: unknown) =>
  delta({ tool_calls: [{ index, id, function: { name, arguments: args } }] });

describe('chatReader', () => {
  it('tells text from reasoning, by either name', () => {
    const { parts } = reading(
      delta({ reasoning_content: 'a' }),
      delta({ reasoning: 'b', content: '' }),
      delta({ content: 'c' }),
    );
    expect(parts).toEqual([
      { kind: 'reasoning-delta', text: 'a' },
      { kind: 'reasoning-delta', text: 'b' },
      { kind: 'text-delta', text: 'c' },
    ]);
  });

  it('reads content that comes as a list of pieces', () => {
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] };
    expect(reading(delta({ content: [thinking, { type: 'text', text: 'yes' }] })).parts).toEqual([
      { kind: 'reasoning-delta', text: 'hm' },
      { kind: 'text-delta', text: 'yes' },
    ]);
  });

  it('is complete with the finish reason, and takes the usage that comes after it', () => {
    const { reader } = reading(delta({ content: 'a' }), delta({}, 'stop'));
    expect(reader.isComplete()).toBe(true);
    reader.read({ model: 'm-1', choices: [], usage: { prompt_tokens: 3, completion_tokens: 4 } });
    expect(reader.finish('req')).toMatchObject({
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: { input: 3, output: 4 },
      model: 'm-1',
      requestId: 'req',
    });
  });

  it('passes over choices that are not the first', () => {
    const other = { choices: [{ index: 1, delta: { content: 'other' }, finish_reason: 'stop' }] };
    const { reader, parts } = reading(other, delta({ content: 'mine' }));
    expect(parts).toEqual([{ kind: 'text-delta', text: 'mine' }]);
    expect(reader.isComplete()).toBe(false);
  });

  it('joins the pieces of a call, and tells calls with the same index apart by their ids', () => {
    const { reader } = reading(
      call(0, 'a', 'one', '{"x":'),
      call(0, '', '', '1}'),
      call(0, 'b', 'two', '{}'),
      call(undefined, 'c', 'three', { y: 2 }),
    );
    expect(reader.toolCalls().map((part) => (part.kind === 'tool-call' ? part.call : null))).toEqual([
      { id: 'a', name: 'one', arguments: '{"x":1}', complete: true },
      { id: 'b', name: 'two', arguments: '{}', complete: true },
      { id: 'c', name: 'three', arguments: '{"y":2}', complete: true },
    ]);
  });

  it('makes a refusal a warning and a filtered finish', () => {
    const { reader } = reading(delta({ refusal: 'I will ' }), delta({ refusal: 'not.' }, 'stop'));
    expect(reader.finish(null)).toMatchObject({
      finishReason: { unified: 'content-filter', raw: 'stop' },
      warnings: [{ code: 'refusal', message: 'I will not.' }],
    });
  });

  it.each([null, 'text', 5, []])('refuses %j as an event', (event) => {
    expect(() => reading(event)).toThrow(expect.objectContaining({ code: 'provider/malformed' }));
  });

  it.each([
    {},
    { choices: null },
    { choices: [null] },
    { choices: [{ delta: 5 }] },
    delta({ tool_calls: [null, {}] }),
  ])('finds nothing in %j', (event) => {
    expect(reading(event).parts).toEqual([]);
  });
});
