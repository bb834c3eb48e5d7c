import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fakeEffects, realEffects } from '../../../../core/effects/index.ts';
import type { ProviderEntry, ProviderSettings } from '../../../../core/providers/provider-settings.ts';
import { testConnection } from '../../../../core/providers/test-connection.ts';
import { withServer } from './loopback-server.ts';
import { freshSettings } from './provider-test-settings.ts';

const KEY = 'key-that-is-never-shown-4711';
const never = () => new AbortController().signal;

const settingsOf = (entry: ProviderEntry): ProviderSettings => ({
  ...freshSettings,
  entries: { rec: { ...entry, key: 'env:REC_KEY' } },
  keyOf: async () => KEY,
});

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const openAiList = { object: 'list', data: [{ id: 'b' }, { id: 'a' }, { id: 'a' }, { id: 7 }, null] };

const apis = [
  [{ type: 'openai' }, '/v1', '/v1/models', 'authorization', openAiList],
  [{ type: 'openai-compatible' }, '/v1', '/v1/models', 'authorization', openAiList],
  [{ type: 'huggingface' }, '/v1', '/v1/models', 'authorization', openAiList],
  [{ type: 'azure' }, '', '/openai/models?api-version=2024-10-21', 'api-key', openAiList],
  [{ type: 'azure' }, '/openai/v1', '/openai/v1/models', 'api-key', openAiList],
  [{ type: 'azure' }, '/models', '/openai/v1/models', 'api-key', openAiList],
  [{ type: 'anthropic' }, '', '/v1/models?limit=1000', 'x-api-key', openAiList],
  [{ type: 'ollama' }, '', '/api/tags', 'authorization', { models: [{ name: 'b' }, { name: 'a' }] }],
] as const;

describe('testConnection', () => {
  it.each(apis)(
    'asks a server of %o at %s for %s with the key in %s',
    async (entry, base, path, header, body) => {
      let seen: IncomingMessage | null = null;
      await withServer(
        (request, response) => {
          seen = request;
          json(response, body);
        },
        async (address) => {
          const settings = settingsOf({ ...entry, base_url: `${address}${base}` });
          const result = await testConnection('rec', settings, realEffects, never());
          expect(result).toMatchObject({ ok: true, models: ['a', 'b'], problem: null });
          expect(result.latencyMs).toBeGreaterThanOrEqual(0);
        },
      );
      expect(seen).toMatchObject({ method: 'GET', url: path });
      expect((seen as IncomingMessage | null)?.headers[header]).toContain(KEY);
    },
  );

  it('says in words what the server refuses, without the key that it repeats', async () => {
    await withServer(
      (_request, response) => json(response, { error: { message: `Wrong key ${KEY}.` } }, 401),
      async (address) => {
        const settings = settingsOf({ type: 'openai', base_url: address });
        const result = await testConnection('rec', settings, realEffects, never());
        expect(result).toMatchObject({ ok: false, models: [] });
        expect(result.problem).toMatch(
          /^rec at 127\.0\.0\.1:\d+ refused the call: Wrong key \(key\)\. Check the key/,
        );
        expect(result.latencyMs).not.toBeNull();
      },
    );
  });

  it.each([
    ['a page', '<html>Welcome</html>'],
    ['JSON that is no list', '{"hello":1}'],
    ['nothing', ''],
  ])('is not content with %s', async (_what, text) => {
    await withServer(
      (_request, response) => response.end(text),
      async (address) => {
        const settings = settingsOf({ type: 'openai-compatible', base_url: address });
        const result = await testConnection('rec', settings, realEffects, never());
        expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('lists no models') });
      },
    );
  });

  it('says where nothing listens, which key is missing, and which name was meant', async () => {
    const nowhere = settingsOf({ type: 'openai-compatible', base_url: 'http://127.0.0.1:9/v1' });
    expect(await testConnection('rec', nowhere, realEffects, never())).toMatchObject({
      ok: false,
      latencyMs: null,
      problem: expect.stringContaining('nothing listens there'),
    });
    const openai = await testConnection('openai', freshSettings, realEffects, never());
    expect(openai.problem).toMatch(/There is no key for openai\..*OPENAI_API_KEY/);
    const azure = await testConnection('azure', freshSettings, realEffects, never());
    expect(azure.problem).toContain('AZURE_OPENAI_ENDPOINT');
    const near = await testConnection('opneai', freshSettings, realEffects, never());
    expect(near.problem).toBe('There is no provider "opneai". Did you mean openai?');
  });

  it('gives up after 20 s and leaves no timer behind', async () => {
    const asked = Promise.withResolvers<void>();
    await withServer(
      () => asked.resolve(),
      async (address) => {
        const effects = fakeEffects();
        const settings = settingsOf({ type: 'openai', base_url: address });
        const result = testConnection('rec', settings, effects, never());
        await asked.promise;
        await effects.advance(20_000);
        expect(await result).toMatchObject({ ok: false, problem: expect.stringContaining('within 20 s') });
        expect(effects.pendingTimers()).toBe(0);
      },
    );
  });

  it('ends when the signal fires', async () => {
    const settings = settingsOf({ type: 'openai', base_url: 'http://127.0.0.1:9/v1' });
    const result = await testConnection('rec', settings, realEffects, AbortSignal.abort());
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('aborted') });
  });

  it('lists the offline stubs', async () => {
    const result = await testConnection('stub', freshSettings, realEffects, never());
    expect(result).toMatchObject({ ok: true, models: expect.arrayContaining(['debater']) });
  });
});
