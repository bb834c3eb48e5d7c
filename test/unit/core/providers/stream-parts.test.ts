import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import type { StreamPart } from '../../../../core/providers/chat-model.ts';
import { gatherToolCalls } from '../../../../core/providers/gather-tool-calls.ts';
import type { Wire } from '../../../../core/providers/http/index.ts';
import { streamParts } from '../../../../core/providers/stream-parts.ts';
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

async function* eventsOf(events: readonly Event[], thrown?: unknown): AsyncGenerator<Event> {
  yield* events;
  if (thrown) throw thrown;
}

const wireWith = (changes: Partial<Wire>): Wire => ({ ...idleWire(), bodyEnded: () => true, ...changes });
const cut = new AgentNetError('provider/cut', 'broke off');

const run = async (events: AsyncIterable<Event>, wire: Wire) => {
  const parts: StreamPart[] = [];
  try {
    for await (const part of streamParts(events, readerOf(), wire)) parts.push(part);
    return { kinds: parts.map(({ kind }) => kind), parts, thrown: null };
  } catch (thrown) {
    return { kinds: parts.map(({ kind }) => kind), parts, thrown };
  }
};

describe('streamParts', () => {
  it('gives deltas, then the calls, then the finish', async () => {
    const { kinds } = await run(
      eventsOf([{ text: 'a' }, { call: '{}' }, { text: 'b' }, 'end']),
      wireWith({}),
    );
    expect(kinds).toEqual(['text-delta', 'text-delta', 'tool-call', 'finish']);
  });

  it('gives half a call as incomplete and then throws where the stream ended early', async () => {
    const { parts, thrown } = await run(eventsOf([{ call: '{"x"' }]), wireWith({}));
    expect(parts).toEqual([
      { kind: 'tool-call', call: { id: 'id', name: 'tool', arguments: '{"x"', complete: false } },
    ]);
    expect(thrown).toMatchObject({ code: 'provider/cut' });
  });

  it('does the same where the loop of the SDK ends in silence after an abort', async () => {
    const aborted = new AgentNetError('provider/aborted', 'aborted');
    const { thrown } = await run(eventsOf([{ text: 'a' }]), wireWith({ failure: () => aborted }));
    expect(thrown).toBe(aborted);
  });

  it('takes a connection that breaks off after the last event for the end of a whole answer', async () => {
    const { kinds, thrown } = await run(
      eventsOf([{ text: 'a' }, 'end'], cut),
      wireWith({ failure: () => cut }),
    );
    expect(thrown).toBeNull();
    expect(kinds).toEqual(['text-delta', 'finish']);
  });

  it('does not take an error of the API after the last event for such an end', async () => {
    const refused = new AgentNetError('provider/invalid-request', 'refused');
    const { thrown } = await run(eventsOf([{ text: 'a' }, 'end'], refused), wireWith({}));
    expect(thrown).toBe(refused);
  });

  it('takes a loop that ends before the body for one that saw the closing mark', async () => {
    const { kinds } = await run(eventsOf([{ text: 'a' }]), wireWith({ bodyEnded: () => false }));
    expect(kinds).toEqual(['text-delta', 'finish']);
  });

  it('tells a server that does not stream from a stream that was cut', async () => {
    const page = new Headers({ 'content-type': 'text/html; charset=utf-8' });
    const { thrown } = await run(eventsOf([]), wireWith({ headers: () => page }));
    expect(thrown).toMatchObject({
      code: 'provider/malformed',
      message: expect.stringContaining('text/html'),
    });
  });

  it('lets the rest of the body be read away only once the answer is whole', async () => {
    let expected = 0;
    const wire = wireWith({
      expectEnd: () => {
        expected += 1;
      },
    });
    await run(eventsOf([{ text: 'a' }]), wire);
    expect(expected).toBe(0);
    await run(eventsOf([{ text: 'a' }, 'end']), wire);
    expect(expected).toBe(1);
  });
});
