import { describe, expect, it } from 'vitest';
import { messagesReader } from '../../../../../core/providers/anthropic/messages-reader.ts';
import { idleWire } from '../idle-wire.ts';

const start = {
  type: 'message_start',
  message: { model: 'm-1', usage: { input_tokens: 3, output_tokens: 1 } },
};
const open = (index: number, content_block: object) => ({
  type: 'content_block_start',
  index,
  content_block,
});
const delta = (index: number, change: object) => ({ type: 'content_block_delta', index, delta: change });
const text = (words: string) => delta(0, { type: 'text_delta', text: words });
const tool = (index: number, id: string) => open(index, { type: 'tool_use', id, name: 'look', input: {} });
const json = (index: number, partial_json: string) =>
  delta(index, { type: 'input_json_delta', partial_json });
const end = (stop_reason: string) => ({
  type: 'message_delta',
  delta: { stop_reason },
  usage: { output_tokens: 9 },
});

const reading = (...events: readonly unknown[]) => {
  const reader = messagesReader(idleWire(), []);
  return { reader, parts: events.flatMap((event) => reader.read(event)) };
};

describe('messagesReader', () => {
  it('reads text and thoughts, and passes over signatures and hosted tools', () => {
    const { parts } = reading(
      start,
      open(0, { type: 'text', text: 'a' }),
      text('b'),
      open(1, { type: 'thinking', thinking: '' }),
      delta(1, { type: 'thinking_delta', thinking: 'c' }),
      delta(1, { type: 'signature_delta', signature: 'd' }),
      open(2, { type: 'server_tool_use', id: 's', name: 'search', input: {} }),
      json(2, '{"query":"e"}'),
    );
    expect(parts).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'text-delta', text: 'b' },
      { kind: 'reasoning-delta', text: 'c' },
    ]);
  });

  it('takes the last count of each kind, and is complete with the stop reason', () => {
    const { reader } = reading(start, text('a'));
    expect(reader.isComplete()).toBe(false);
    reader.read(end('end_turn'));
    expect(reader.isComplete()).toBe(true);
    expect(reader.finish('req')).toMatchObject({
      finishReason: { unified: 'stop', raw: 'end_turn' },
      usage: { input: 3, output: 9 },
      model: 'm-1',
      requestId: 'req',
    });
  });

  it('does not let a null at the end wipe out a count', () => {
    const { reader } = reading(start, {
      ...end('end_turn'),
      usage: { input_tokens: null, output_tokens: 9 },
    });
    expect(reader.finish(null)).toMatchObject({ usage: { input: 3, output: 9 } });
  });

  it('gathers the arguments of parallel calls', () => {
    const { reader } = reading(
      start,
      tool(0, 'a'),
      json(0, '{"x":'),
      tool(1, 'b'),
      json(0, '1}'),
      end('tool_use'),
    );
    expect(reader.toolCalls().map((part) => (part.kind === 'tool-call' ? part.call : null))).toEqual([
      { id: 'a', name: 'look', arguments: '{"x":1}', complete: true },
      { id: 'b', name: 'look', arguments: '{}', complete: true },
    ]);
  });

  it('drops the calls of a message that begins anew, but not text that was shown', () => {
    const { reader } = reading(
      start,
      tool(0, 'first'),
      json(0, '{"x'),
      start,
      tool(0, 'second'),
      json(0, '{}'),
    );
    expect(reader.toolCalls()).toEqual([
      { kind: 'tool-call', call: { id: 'second', name: 'look', arguments: '{}', complete: true } },
    ]);
    expect(() => reading(start, text('shown'), start)).toThrow(
      expect.objectContaining({ code: 'provider/cut' }),
    );
  });

  it('reads a whole answer with its refusal', () => {
    const reader = messagesReader(idleWire(), []);
    const parts = reader.readWhole({
      model: 'm-1',
      content: [
        { type: 'thinking', thinking: 'a' },
        { type: 'text', text: 'b' },
        { type: 'tool_use', id: 't', name: 'look', input: { y: 2 } },
        null,
      ],
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', explanation: 'Not this.' },
      usage: { input_tokens: 1, output_tokens: 2 },
    });
    expect(parts.map((part) => ('text' in part ? part.text : ''))).toEqual(['a', 'b']);
    expect(reader.toolCalls()).toMatchObject([{ call: { arguments: '{"y":2}', complete: true } }]);
    expect(reader.finish(null)).toMatchObject({
      finishReason: { unified: 'content-filter', raw: 'refusal' },
      warnings: [{ code: 'refusal', message: 'Not this.' }],
    });
  });

  it('refuses what is no event, and finds nothing in a strange one', () => {
    expect(() => reading(null)).toThrow(expect.objectContaining({ code: 'provider/malformed' }));
    expect(reading({}, { type: 'content_block_delta' }, { type: 'message_start' }).parts).toEqual([]);
  });
});
