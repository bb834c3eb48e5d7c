import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AgentNetError } from '../../../core/contract/index.ts';
import { type Effects, type FakeEffects, fakeEffects, realEffects } from '../../../core/effects/index.ts';
import { openModel } from '../../../core/providers/index.ts';
import { completeOnce, KEY, openFor, request, settingsFor, streamAll } from './call-recording.ts';
import { adapters, ownRecordings, type Recording } from './recordings.ts';
import { type BodyServer, serveBodies } from './serve-bodies.ts';

/** Servers on this machine, which may have to read a model from disk. */
const loads: ReadonlySet<string> = new Set(['openai-compatible', 'ollama']);

const textOf = (provider: string): Recording => {
  const recording = ownRecordings(provider).find(({ id }) => id.endsWith('/stream-text'));
  if (!recording) throw new Error(`no text recording of ${provider}`);
  return recording;
};

/** The body up to and with its first visible text, ended at the end of an event. */
const beginningOf = ({ body, kind }: Recording): Buffer => {
  const text = body.toString();
  const end = kind === 'sse' ? '\n\n' : '\n';
  return Buffer.from(text.slice(0, text.indexOf(end, text.indexOf('Both sides')) + end.length));
};

/** Advances until the client has come so far that the limit counts. */
const settled = async (effects: FakeEffects, ms: number) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await effects.advance(ms);
};

let server: BodyServer;
beforeAll(async () => {
  server = await serveBodies();
});
afterAll(() => server.close());

/** An SDK that prints would spoil the JSON lines of the command line. */
const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words.join(' '));
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(printed).toEqual([]);
});

describe.each(adapters)('%s', (provider) => {
  const recording = textOf(provider);
  const { status, headers, body } = recording;
  const good = { status, headers, pieces: [body], end: 'orderly' } as const;

  it('ends with exactly one finish, and sends the key in a header only', async () => {
    const offer = server.offer(good);
    const { parts } = await streamAll(await openFor(recording, offer.address));
    expect(parts.filter(({ kind }) => kind === 'finish')).toHaveLength(1);
    expect(parts.at(-1)?.kind).toBe('finish');
    const received = offer.received();
    expect(JSON.stringify(received?.headers)).toContain(KEY);
    expect(JSON.stringify([received?.path, received?.body])).not.toContain(KEY);
    expect(Object.keys(received?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  });

  it('does not call at all when the signal has fired already', async () => {
    const offer = server.offer(good);
    const model = await openFor(recording, offer.address);
    const outcome = await streamAll(model, AbortSignal.abort());
    expect(outcome.error?.code).toBe('provider/aborted');
    await expect(model.complete(request, AbortSignal.abort())).rejects.toMatchObject({
      code: 'provider/aborted',
    });
    expect(offer.received()).toBeNull();
  });

  it('ends with provider/aborted when the signal fires in the middle, after the parts before it', async () => {
    const offer = server.offer({ ...good, pieces: [beginningOf(recording)], end: 'open' });
    const model = await openFor(recording, offer.address);
    const controller = new AbortController();
    const seen: string[] = [];
    const reading = async () => {
      for await (const part of model.stream(request, controller.signal)) {
        if (part.kind !== 'text-delta') continue;
        seen.push(part.text);
        controller.abort('enough');
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'provider/aborted' });
    expect(seen).toEqual(['Both sides agree: ']);
    await offer.closed();
  });

  it('ends with provider/aborted while the headers are waited for', async () => {
    const offer = server.offer(null);
    const model = await openFor(recording, offer.address);
    const controller = new AbortController();
    const answer = model.complete(request, controller.signal);
    answer.catch(() => undefined);
    await offer.asked();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'provider/aborted' });
    await offer.closed();
  });

  it('gives the connection up when the reader leaves early', async () => {
    const offer = server.offer({ ...good, pieces: [beginningOf(recording)], end: 'open' });
    const model = await openFor(recording, offer.address);
    for await (const part of model.stream(request, new AbortController().signal)) {
      if (part.kind === 'text-delta') break;
    }
    await offer.closed();
  });

  it('uses one connection for calls that follow each other', async () => {
    const connections = new Set<unknown>();
    for (let round = 0; round < 3; round += 1) {
      const offer = server.offer(good);
      await streamAll(await openFor(recording, offer.address));
      connections.add(offer.received()?.connection);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(connections.size).toBe(1);
  });

  it('streams on the wire for a whole answer too', async () => {
    const offer = server.offer(good);
    const whole = await completeOnce(await openFor(recording, offer.address));
    expect(offer.received()?.body).toMatchObject({ stream: true });
    const streamed = await streamAll(await openFor(recording, server.offer(good).address));
    expect(whole.answer).toEqual(streamed.answer);
  });

  it('gives up on a server that does not begin to answer: 600 s where models are loaded, else 30 s', async () => {
    const limitMs = loads.has(provider) ? 600_000 : 30_000;
    const effects = fakeEffects();
    const offer = server.offer(null);
    const outcome = streamAll(await openFor(recording, offer.address, effects));
    await offer.asked();
    await effects.advance(limitMs - 1);
    expect(effects.pendingTimers()).toBe(1);
    await effects.advance(1);
    expect((await outcome).error).toMatchObject({ code: 'provider/timeout', retryable: true });
    expect(effects.pendingTimers()).toBe(0);
  });

  it('gives up after 60 s of silence, with the parts before it', async () => {
    const effects = fakeEffects();
    const offer = server.offer({ ...good, pieces: [beginningOf(recording)], end: 'open' });
    const model = await openFor(recording, offer.address, effects);
    const seen: string[] = [];
    const arrived = Promise.withResolvers<void>();
    const reading = async () => {
      for await (const part of model.stream(request, new AbortController().signal)) {
        if (part.kind === 'text-delta') seen.push(part.text);
        if (part.kind === 'text-delta') arrived.resolve();
      }
    };
    const outcome = reading();
    outcome.catch(() => undefined);
    await arrived.promise;
    await effects.advance(59_000);
    expect(effects.pendingTimers()).toBe(1);
    await effects.advance(1_000);
    await expect(outcome).rejects.toMatchObject({ code: 'provider/timeout' });
    expect(seen).toEqual(['Both sides agree: ']);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('leaves no timer and no open connection behind a good call', async () => {
    const effects = fakeEffects();
    const offer = server.offer(good);
    const { error } = await streamAll(await openFor(recording, offer.address, effects));
    await effects.advance(1_000);
    expect(error).toBeNull();
    expect(effects.pendingTimers()).toBe(0);
  });

  it('names the host where nothing listens', async () => {
    const { error } = await streamAll(await openFor(recording, 'http://127.0.0.1:9'));
    expect(error).toMatchObject({ code: 'provider/unreachable', retryable: true });
    expect(error?.message).toContain('127.0.0.1:9');
    expect(error?.message).toContain('nothing listens there');
    expect(JSON.stringify(error)).not.toContain(KEY);
  });

  it('asks once: trying again is for others to decide', async () => {
    const offer = server.offer({ status: 500, headers: {}, pieces: [Buffer.from('broken')], end: 'orderly' });
    const { error } = await streamAll(await openFor(recording, offer.address));
    expect(error).toMatchObject({ code: 'provider/server', retryable: true, data: { status: 500 } });
    expect(server.askedFor(offer.address)).toBe(1);
  });

  it('does not show a key that the server repeats', async () => {
    const error = { error: { message: `The key ${KEY} is wrong.` } };
    const reply = { status: 401, headers: { 'content-type': 'application/json' } };
    const offer = server.offer({ ...reply, pieces: [Buffer.from(JSON.stringify(error))], end: 'orderly' });
    const outcome = await completeOnce(await openFor(recording, offer.address));
    expect(outcome.error?.code).toBe('provider/auth');
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('does not follow a redirect, which would take the key along', async () => {
    const elsewhere = server.offer(good);
    const reply = { status: 307, headers: { location: elsewhere.address } };
    const offer = server.offer({ ...reply, pieces: [], end: 'orderly' });
    const { error } = await streamAll(await openFor(recording, offer.address));
    expect(error?.code).toBe('provider/invalid-request');
    expect(elsewhere.received()).toBeNull();
  });

  it.each([
    ['a page', { 'content-type': 'text/html' }, '<html>Welcome</html>'],
    ['JSON that is no answer', { 'content-type': 'application/json' }, '"hello"'],
  ])('calls %s malformed, streamed or whole', async (_what, type, text) => {
    const reply = { status: 200, headers: type, pieces: [Buffer.from(text)], end: 'orderly' } as const;
    const streamed = await streamAll(await openFor(recording, server.offer(reply).address));
    expect(streamed.error?.code).toBe('provider/malformed');
    const whole = await completeOnce(await openFor(recording, server.offer(reply).address));
    expect(whole.error?.code).toBe('provider/malformed');
  });

  it('calls an event that is no JSON malformed, and keeps what came before it', async () => {
    const broken =
      recording.kind === 'sse'
        ? 'event: content_block_delta\ndata: {"choices": oops}\n\n'
        : '{"message": oops}\n';
    const rest = body.subarray(beginningOf(recording).length);
    const pieces = [beginningOf(recording), Buffer.from(broken), rest];
    const { parts, error } = await streamAll(
      await openFor(recording, server.offer({ ...good, pieces }).address),
    );
    expect(error).toMatchObject({ code: 'provider/malformed', retryable: true });
    expect(parts.filter(({ kind }) => kind === 'text-delta')).toHaveLength(1);
  });

  it('calls an empty stream cut, and an empty body malformed', async () => {
    const streamed = await streamAll(await openFor(recording, server.offer({ ...good, pieces: [] }).address));
    expect(streamed.error?.code).toBe('provider/cut');
    const type = { 'content-type': 'application/json' };
    const whole = await completeOnce(
      await openFor(recording, server.offer({ ...good, headers: type, pieces: [] }).address),
    );
    expect(whole.error?.code).toBe('provider/malformed');
  });

  it('streams to 100 readers at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async () =>
        streamAll(await openFor(recording, server.offer(good).address)),
      ),
    );
    expect(new Set(outcomes.map(({ answer }) => answer?.text)).size).toBe(1);
    expect(outcomes[0]?.answer?.text).toContain('東京');
  });
});

describe('limits of an entry', () => {
  const { status, headers, body } = textOf('openai-chat');
  const openLimited = async (base_url: string, model: string, effects: Effects, idle_s = 2) =>
    openModel(
      `rec/${model}`,
      settingsFor({ type: 'openai', base_url, key: 'env:REC_KEY', headers_s: 5, idle_s }),
      effects,
    );

  it('end the wait for headers', async () => {
    const effects = fakeEffects();
    const offer = server.offer(null);
    const outcome = streamAll(await openLimited(offer.address, 'gpt-4o', effects));
    await offer.asked();
    await effects.advance(5_000);
    expect((await outcome).error).toMatchObject({ code: 'provider/timeout', data: { waited_ms: 5_000 } });
  });

  it.each([
    ['gpt-4o', 2_000],
    ['o3', 5_000],
  ])(
    'end the wait for the first byte, which a model that thinks unseen is given longer for: %s',
    async (model, ms) => {
      const effects = fakeEffects();
      const offer = server.offer({ status, headers, pieces: [], end: 'open' });
      const outcome = streamAll(await openLimited(offer.address, model, effects));
      await offer.asked();
      await settled(effects, ms);
      expect((await outcome).error).toMatchObject({ code: 'provider/timeout', data: { waited_ms: ms } });
    },
  );

  it('count comments that keep the connection open as life', async () => {
    const effects = fakeEffects();
    const server = createServer((_request, response) => {
      response.writeHead(status, headers);
      const steps = [': one\n\n', ': two\n\n', ': three\n\n', body];
      const next = async () => {
        const step = steps.shift();
        if (step === undefined) {
          response.end();
          return;
        }
        response.write(step);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await effects.advance(4_000);
        await next();
      };
      void next();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { error, answer } = await streamAll(await openLimited(address, 'gpt-4o', effects, 10));
    server.close();
    expect(error).toBeNull();
    expect(answer?.text).toContain('東京');
  });
});

describe('a missing key', () => {
  it.each([
    ['openai/gpt-4o', 'OPENAI_API_KEY'],
    ['anthropic/claude-sonnet-4-5', 'ANTHROPIC_API_KEY'],
    ['rec/some-model', 'REC_KEY'],
  ])('of %s shows in the call and names %s', async (name, variable) => {
    const settings = settingsFor({ type: 'openai', key: 'env:REC_KEY' });
    const model = await openModel(name, { ...settings, keyOf: async () => undefined }, realEffects);
    const { error } = await completeOnce(model);
    expect(error).toMatchObject({ code: 'provider/no-key', retryable: false });
    expect(error?.remedy).toContain(variable);
  });
});

describe('a thrown error', () => {
  it('is an AgentNetError, so that it can cross a process border', async () => {
    const model = await openFor(textOf('anthropic'), 'http://127.0.0.1:9');
    await expect(model.complete(request, new AbortController().signal)).rejects.toBeInstanceOf(AgentNetError);
  });
});
