import { describe, expect, it } from 'vitest';
import { responsesReader } from '../../../../../core/providers/openai/responses-reader.ts';
import { idleWire } from '../idle-wire.ts';

const readerOf = () => responsesReader(idleWire(), () => 0, []);
const reading = (...events: readonly unknown[]) => {
  const reader = readerOf();
  return { reader, parts: events.flatMap((event) => reader.read(event)) };
};
const completed = {
  type: 'response.completed',
  response: { status: 'completed', model: 'm-1', usage: { input_tokens: 2 } },
};

describe('responsesReader', () => {
  it('reads text and reasoning deltas and passes over the rest', () => {
    const { parts } = reading(
      { type: 'response.created', response: { model: 'm-1' } },
      { type: 'response.reasoning_text.delta', delta: 'a' },
      { type: 'response.reasoning_summary_text.delta', delta: 'b' },
      { type: 'response.output_text.delta', delta: 'c' },
      { type: 'response.something.new', delta: 'd' },
    );
    expect(parts.map((part) => ('text' in part ? part.text : ''))).toEqual(['a', 'b', 'c']);
  });

  it('is complete with the last event only', () => {
    const { reader } = reading({ type: 'response.output_text.delta', delta: 'c' });
    expect(reader.isComplete()).toBe(false);
    reader.read(completed);
    expect(reader.isComplete()).toBe(true);
    expect(reader.finish(null)).toMatchObject({
      finishReason: { unified: 'stop', raw: 'completed' },
      usage: { input: 2 },
      model: 'm-1',
    });
  });

  it('gathers a call, and trusts the whole arguments over the pieces', () => {
    const item = { id: 'fc', type: 'function_call', call_id: 'call-1', name: 'look', arguments: '' };
    const { reader } = reading(
      { type: 'response.output_item.added', output_index: 0, item },
      { type: 'response.function_call_arguments.delta', item_id: 'fc', delta: '{"x"' },
      { type: 'response.function_call_arguments.done', item_id: 'fc', arguments: '{"x":1}' },
    );
    expect(reader.toolCalls('cut')).toEqual([
      { kind: 'tool-call', call: { id: 'call-1', name: 'look', arguments: '{"x":1}', complete: true } },
    ]);
  });

  it.each([
    [{ type: 'error', code: 'server_error', message: 'flat' }, 'provider/server'],
    [{ type: 'error', error: { code: 'insufficient_quota', message: 'nested' } }, 'provider/quota'],
    [
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'rate_limit_exceeded', message: 'x' } },
      },
      'provider/rate-limited',
    ],
    [{ type: 'response.completed' }, 'provider/malformed'],
    [null, 'provider/malformed'],
  ])('throws for %j', (event, code) => {
    expect(() => reading(event)).toThrow(expect.objectContaining({ code }));
  });

  it('reads a whole answer: reasoning, text, refusal, calls', () => {
    const reader = readerOf();
    const parts = reader.readWhole({
      status: 'completed',
      model: 'm-1',
      output: [
        { type: 'reasoning', summary: [{ text: 'a' }], content: [{ text: 'b' }] },
        {
          type: 'message',
          content: [
            { type: 'output_text', text: 'c' },
            { type: 'refusal', refusal: 'no' },
          ],
        },
        { type: 'function_call', call_id: 'call-1', name: 'look', arguments: '{}' },
        { type: 'web_search_call' },
        null,
      ],
    });
    expect(parts.map((part) => ('text' in part ? part.text : ''))).toEqual(['a', 'b', 'c']);
    expect(reader.toolCalls()).toHaveLength(1);
    expect(reader.finish(null)).toMatchObject({
      finishReason: { unified: 'content-filter' },
      warnings: [{ code: 'refusal', message: 'no' }],
    });
  });

  it('refuses a whole answer that failed', () => {
    const failed = { status: 'failed', error: { code: 'server_error', message: 'x' } };
    expect(() => readerOf().readWhole(failed)).toThrow(expect.objectContaining({ code: 'provider/server' }));
  });
});
