import { describe, expect, it } from 'vitest';
import { fakeEffects, realEffects } from '../../../core/effects/index.ts';
import {
  type ChatRequest,
  collectAnswer,
  defaultStubSettings,
  openModel,
  type StreamPart,
  stubModelNames,
} from '../../../core/providers/index.ts';
import { settingsFor } from './call-recording.ts';

const settings = settingsFor({ type: 'ollama' });
const slow = { ...settings, stub: { ...defaultStubSettings, latencyMs: 250, tokensPerSecond: 60 } };

const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'You take part in a debate. Answer with your position and your confidence.' },
    { role: 'user', content: 'Topic: Designing a resilient edge network. Give your position.' },
  ],
  maxOutputTokens: 400,
  seed: 7,
};
const never = () => new AbortController().signal;

const collect = async (parts: AsyncIterable<StreamPart>): Promise<readonly StreamPart[]> => {
  const list: StreamPart[] = [];
  for await (const part of parts) list.push(part);
  return list;
};

describe.each(stubModelNames)('%s', (name) => {
  it('ends with exactly one finish and answers with something', async () => {
    const model = await openModel(name, settings, realEffects);
    const parts = await collect(model.stream(request, never()));
    expect(parts.filter(({ kind }) => kind === 'finish')).toHaveLength(1);
    expect(parts.at(-1)?.kind).toBe('finish');
    expect(collectAnswer(parts).text).not.toBe('');
    expect(model.capabilities).toMatchObject({ stub: true, local: true });
  });

  it('answers the same streamed at a pace, streamed at once, and whole', async () => {
    const effects = fakeEffects();
    const paced = collect((await openModel(name, slow, effects)).stream(request, never()));
    await effects.advance(600_000);
    const atOnce = await collect((await openModel(name, settings, realEffects)).stream(request, never()));
    const whole = await (await openModel(name, settings, realEffects)).complete(request, never());
    expect(collectAnswer(await paced)).toEqual(whole);
    expect(collectAnswer(atOnce)).toEqual(whole);
  });

  it('ends with provider/aborted when the signal fires before, or in the middle', async () => {
    const effects = fakeEffects();
    const model = await openModel(name, slow, effects);
    const early = (async () => collect(model.stream(request, AbortSignal.abort())))();
    await expect(early).rejects.toMatchObject({ code: 'provider/aborted' });
    const controller = new AbortController();
    const reading = collect(model.stream(request, controller.signal));
    reading.catch(() => undefined);
    await effects.advance(300);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'provider/aborted' });
    expect(effects.pendingTimers()).toBe(0);
  });
});
