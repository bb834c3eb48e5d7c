import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import type { StreamPart } from '../../../../core/providers/chat-model.ts';
import { gatherToolCalls } from '../../../../core/providers/gather-tool-calls.ts';
import type { Wire } from '../../../../core/providers/http/index.ts';
import { streamEnd } from '../../../../core/providers/stream-end.ts';
import type { StreamReader } from '../../../../core/providers/stream-reader.ts';
import { idleWire } from './idle-wire.ts';

type Event = { readonly text: string } | { readonly call: string } | 'end';

const readerOf = (): StreamReader<Event> => {
  const calls = gatherToolCalls();
  let complete = false;
  return {
    read: (event) => {
      if (event === 'end') complete = true;
      else if ('call' in event) {
        calls.begin(0, 'id', 'tool');
        calls.add(0, event.call);
      } else return [{ kind: 'text-delta', text: event.text }];
      return [];
    },
    isComplete: () => complete,
    toolCalls: calls.parts,
    finish: (requestId) => ({
      kind: 'finish',
      finishReason: { unified: 'stop', raw: null },
      usage: {},
      model: 'm',
      requestId,
      warnings: [],
    }),
  };
};

const wireWith = (changes: Partial<Wire>): Wire => ({ ...idleWire(), bodyEnded: () => true, ...changes });
const cut = new AgentNetError('provider/cut', 'broke off');

const run = (events: readonly Event[], wire: Wire, error?: unknown) => {
  const reader = readerOf();
  const begun = events.flatMap(reader.read);
  const thrown = error === undefined ? null : { error };
  const { parts, failure } = streamEnd({ eventCount: events.length, thrown }, reader, wire);
  const all: readonly StreamPart[] = [...begun, ...parts];
  return { kinds: all.map(({ kind }) => kind), parts, thrown: failure?.error ?? null };
};

describe('streamEnd', () => {
  it('gives deltas, then the calls, then the finish', () => {
    const { kinds } = run([{ text: 'a' }, { call: '{}' }, { text: 'b' }, 'end'], wireWith({}));
    expect(kinds).toEqual(['text-delta', 'text-delta', 'tool-call', 'finish']);
  });

  it('gives half a call as incomplete and then throws where the stream ended early', () => {
    const { parts, thrown } = run([{ call: '{"x"' }], wireWith({}));
    expect(parts).toEqual([
      { kind: 'tool-call', call: { id: 'id', name: 'tool', arguments: '{"x"', complete: false } },
    ]);
    expect(thrown).toMatchObject({ code: 'provider/cut' });
  });

  it('does the same where the loop of the SDK ends in silence after an abort', () => {
    const aborted = new AgentNetError('provider/aborted', 'aborted');
    const { thrown } = run([{ text: 'a' }], wireWith({ failure: () => aborted }));
    expect(thrown).toBe(aborted);
  });

  it('takes a connection that breaks off after the last event for the end of a whole answer', () => {
    const { kinds, thrown } = run([{ text: 'a' }, 'end'], wireWith({ failure: () => cut }), cut);
    expect(thrown).toBeNull();
    expect(kinds).toEqual(['text-delta', 'finish']);
  });

  it('does not take an error of the API after the last event for such an end', () => {
    const refused = new AgentNetError('provider/invalid-request', 'refused');
    const { thrown } = run([{ text: 'a' }, 'end'], wireWith({}), refused);
    expect(thrown).toBe(refused);
  });

  it('takes a loop that ends before the body for one that saw the closing mark', () => {
    const { kinds } = run([{ text: 'a' }], wireWith({ bodyEnded: () => false }));
    expect(kinds).toEqual(['text-delta', 'finish']);
  });

  it('tells a server that does not stream from a stream that was cut', () => {
    const page = new Headers({ 'content-type': 'text/html; charset=utf-8' });
    const { thrown } = run([], wireWith({ headers: () => page }));
    expect(thrown).toMatchObject({
      code: 'provider/malformed',
      message: expect.stringContaining('text/html'),
    });
  });
});
