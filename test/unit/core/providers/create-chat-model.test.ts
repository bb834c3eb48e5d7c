import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { fakeEffects } from '../../../../core/effects/index.ts';
import type { ChatRequest, StreamPart } from '../../../../core/providers/chat-model.ts';
import { type Adapter, createChatModel } from '../../../../core/providers/create-chat-model.ts';

const request: ChatRequest = { messages: [{ role: 'user', content: 'Hello' }], maxOutputTokens: 9 };
const never = () => new AbortController().signal;
const finish: StreamPart = {
  kind: 'finish',
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: { output: 3 },
  model: 'm',
  requestId: null,
  warnings: [],
};

/** An adapter whose events are parts and whose server is never asked. */
const modelOf = (parts: readonly StreamPart[], changes: Partial<Adapter<StreamPart>> = {}) => {
  const effects = fakeEffects();
  const model = createChatModel<StreamPart>({
    name: 'lab/x',
    capabilities: { local: true, stub: false, toolCalls: true, structuredOutput: false, seed: true },
    baseUrl: 'http://127.0.0.1:1',
    credentials: async () => ({}),
    waits: { headersMs: 1_000, firstByteMs: 1_000, idleMs: 1_000 },
    clock: effects.clock,
    openStream: async () =>
      (async function* () {
        yield parts.slice(0, -1);
      })(),
    reader: () => ({
      read: (part) => [part],
      isComplete: () => true,
      toolCalls: () => [],
      finish: () => parts.at(-1) ?? finish,
    }),
    mapError: () => null,
    ...changes,
  });
  return { effects, model };
};

const streamOf = async (model: ReturnType<typeof modelOf>['model'], signal = never()) => {
  const parts: StreamPart[] = [];
  for await (const part of model.stream(request, signal)) parts.push(part);
  return parts;
};

describe('createChatModel', () => {
  it('gives the same streamed and whole, and leaves no timer', async () => {
    const parts: readonly StreamPart[] = [{ kind: 'text-delta', text: 'Hello.' }, finish];
    const { model, effects } = modelOf(parts);
    expect(await streamOf(model)).toEqual(parts);
    expect(await model.complete(request, never())).toMatchObject({ text: 'Hello.', usage: { output: 3 } });
    expect(effects.pendingTimers()).toBe(0);
  });

  it('throws for an answer with nothing but thoughts in it', async () => {
    const { model } = modelOf([{ kind: 'reasoning-delta', text: 'Hm.' }, finish]);
    await expect(streamOf(model)).rejects.toMatchObject({ code: 'provider/empty' });
    await expect(model.complete(request, never())).rejects.toMatchObject({ code: 'provider/empty' });
  });

  it('is content with a tool call and no text', async () => {
    const call = { id: 'c', name: 't', arguments: '{}', complete: true };
    const { model } = modelOf([{ kind: 'tool-call', call }, finish]);
    expect((await model.complete(request, never())).toolCalls).toEqual([call]);
  });

  it('passes a missing key on', async () => {
    const noKey = new AgentNetError('provider/no-key', 'none');
    const { model } = modelOf([finish], { credentials: () => Promise.reject(noKey) });
    await expect(streamOf(model)).rejects.toBe(noKey);
    await expect(model.complete(request, never())).rejects.toBe(noKey);
  });

  it('calls what an SDK could not digest malformed, and keeps the cause for the log', async () => {
    const strange = new TypeError('x is not iterable');
    const { model, effects } = modelOf([finish], { openStream: () => Promise.reject(strange) });
    await expect(model.complete(request, never())).rejects.toMatchObject({
      code: 'provider/malformed',
      cause: strange,
    });
    expect(effects.pendingTimers()).toBe(0);
  });

  it('does not ask for the key of a call that is aborted already', async () => {
    let asked = 0;
    const { model } = modelOf([finish], {
      credentials: async () => {
        asked += 1;
        return {};
      },
    });
    await expect(streamOf(model, AbortSignal.abort())).rejects.toMatchObject({ code: 'provider/aborted' });
    expect(asked).toBe(0);
  });
});
