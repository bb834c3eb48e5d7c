import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../../../core/contract/index.ts';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import type { StreamPart } from '../../../../../core/providers/chat-model.ts';
import { openStubModel } from '../../../../../core/providers/stub/open-stub-model.ts';
import { stubConfiguration, toStubSettings } from '../../../../../core/providers/stub/stub-settings.ts';
import { messagesFor } from './stub-prompt.ts';

const open = (configuration: object = {}, name = 'stub/debater') => {
  const effects = fakeEffects();
  const settings = toStubSettings(
    stubConfiguration.parse({ latency_ms: 0, tokens_per_s: 0, ...configuration }),
  );
  return { effects, model: openStubModel(name, settings, effects) };
};
const request = { messages: messagesFor(), maxOutputTokens: 800, seed: 7 };
const never = () => new AbortController().signal;

const collect = async (stream: AsyncIterable<StreamPart>) => {
  const parts: StreamPart[] = [];
  let failure: unknown;
  try {
    for await (const part of stream) parts.push(part);
  } catch (thrown) {
    failure = thrown;
  }
  const text = parts.map((part) => (part.kind === 'text-delta' ? part.text : '')).join('');
  return { parts, text, failure };
};

describe('openStubModel', () => {
  it('is labelled, local, and no language model', () => {
    expect(open().model).toMatchObject({
      name: 'stub/debater',
      capabilities: { local: true, stub: true, toolCalls: false, structuredOutput: false, seed: true },
    });
  });

  it('refuses names it does not have', () => {
    expect(() => open({}, 'stub/poet')).toThrow(expect.objectContaining({ code: 'input/unknown-model' }));
  });

  it('gives the whole answer as one delta without any timer', async () => {
    const { effects, model } = open();
    const { parts } = await collect(model.stream(request, never()));
    expect(parts.map((part) => part.kind)).toEqual(['text-delta', 'finish']);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('counts its usage by estimate and says so', async () => {
    const answer = await open().model.complete(request, never());
    expect(answer).toMatchObject({
      finishReason: { unified: 'stop', raw: 'stop' },
      model: 'stub/debater',
      requestId: null,
      reasoning: '',
      toolCalls: [],
      warnings: [],
    });
    const input = request.messages.reduce((sum, message) => sum + estimateTokens(message.content) + 4, 0);
    expect(answer.usage).toEqual({ input, output: estimateTokens(answer.text), estimated: true });
  });

  it('streams what it completes, whatever the speed', async () => {
    const whole = (await open().model.complete(request, never())).text;
    const { effects, model } = open({ latency_ms: 200, tokens_per_s: 100 });
    const streamed = collect(model.stream(request, never()));
    await effects.advance(199);
    expect(effects.pendingTimers()).toBe(1);
    await effects.advance(60_000);
    const { parts, text } = await streamed;
    expect(text).toBe(whole);
    expect(parts.length).toBeGreaterThan(50);
    expect(parts.at(-1)?.kind).toBe('finish');
    expect(effects.pendingTimers()).toBe(0);
  });

  it('stops at the output limit and says so', async () => {
    const answer = await open().model.complete({ ...request, maxOutputTokens: 20 }, never());
    expect(answer.finishReason).toEqual({ unified: 'length', raw: 'length' });
    expect(estimateTokens(answer.text)).toBeLessThanOrEqual(20);
    expect(answer.usage.output).toBe(estimateTokens(answer.text));
  });

  it('says what it cannot do', async () => {
    const answer = await open().model.complete(
      {
        ...request,
        tools: [{ name: 'search', description: 'Searches', inputSchema: {} }],
        responseSchema: { name: 'turn', schema: {} },
      },
      never(),
    );
    expect(answer.warnings.map((warning) => warning.code)).toEqual([
      'tools-unsupported',
      'schema-unsupported',
    ]);
  });

  it('depends on nothing but seed and messages', async () => {
    const one = open().model;
    const texts: string[] = [];
    for (const seed of [7, 8, 7]) texts.push((await one.complete({ ...request, seed }, never())).text);
    const other = await open({ latency_ms: 0 }).model.complete({ ...request, maxOutputTokens: 900 }, never());
    expect(texts[2]).toBe(texts[0]);
    expect(texts[1]).not.toBe(texts[0]);
    expect(other.text).toBe(texts[0]);
  });

  it.each([
    [{ kind: 'error' }, 'provider/server', ''],
    [{ kind: 'error', code: 'provider/rate-limited' }, 'provider/rate-limited', ''],
    [{ kind: 'malformed' }, 'provider/malformed', 'whole'],
    [{ kind: 'cut' }, 'provider/cut', 'half'],
  ])('fails as it is told: %j', async (fault, code, kept) => {
    const whole = (await open().model.complete(request, never())).text;
    const { text, failure } = await collect(open({ faults: [fault] }).model.stream(request, never()));
    expect(failure).toMatchObject({ code, data: { injected: true } });
    expect(text).toBe(
      kept === 'whole' ? whole : kept === 'half' ? whole.slice(0, Math.ceil(whole.length / 2)) : '',
    );
  });

  it('fails whole calls like streams', async () => {
    await expect(open({ faults: [{ kind: 'cut' }] }).model.complete(request, never())).rejects.toMatchObject({
      code: 'provider/cut',
    });
  });

  it('can answer nothing', async () => {
    const { text, parts } = await collect(
      open({ faults: [{ kind: 'empty' }] }).model.stream(request, never()),
    );
    expect(text).toBe('');
    expect(parts.map((part) => part.kind)).toEqual(['finish']);
  });

  it('can be slow', async () => {
    const { effects, model } = open({ faults: [{ kind: 'slow', latency_ms: 5_000 }] });
    const streamed = collect(model.stream(request, never()));
    await effects.advance(4_999);
    expect(effects.pendingTimers()).toBe(1);
    await effects.advance(1);
    expect((await streamed).text).not.toBe('');
  });

  it('hangs until it is aborted', async () => {
    const { effects, model } = open({ faults: [{ kind: 'hang' }] });
    const controller = new AbortController();
    const streamed = collect(model.stream(request, controller.signal));
    await effects.advance(3_600_000);
    controller.abort();
    expect((await streamed).failure).toMatchObject({ code: 'provider/aborted' });
    expect(effects.pendingTimers()).toBe(0);
  });

  it('ends at once when aborted before or while it speaks', async () => {
    const gone = AbortSignal.abort();
    const before = await collect(open().model.stream(request, gone));
    expect(before).toMatchObject({ parts: [], failure: { code: 'provider/aborted' } });
    await expect(open().model.complete(request, gone)).rejects.toMatchObject({ code: 'provider/aborted' });
    const { effects, model } = open({ tokens_per_s: 10 });
    const controller = new AbortController();
    const streamed = collect(model.stream(request, controller.signal));
    await effects.advance(500);
    controller.abort();
    const { text, failure } = await streamed;
    expect(failure).toMatchObject({ code: 'provider/aborted' });
    expect(text.split(/\s+/).length).toBeLessThan(9);
  });
});
