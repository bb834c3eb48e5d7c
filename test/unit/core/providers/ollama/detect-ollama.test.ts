import { describe, expect, it } from 'vitest';
import { fakeEffects, realEffects } from '../../../../../core/effects/index.ts';
import { detectOllama } from '../../../../../core/providers/ollama/detect-ollama.ts';
import { withServer } from '../loopback-server.ts';

const never = new AbortController().signal;
const detect = (host: string) => detectOllama(host, never, realEffects.clock);

describe('detectOllama', () => {
  it('finds a server and its models', async () => {
    const tags = { models: [{ name: 'llama3.2:latest' }, { name: 'qwen3:8b' }, null, { name: 5 }] };
    await withServer(
      (request, response) => response.end(request.url === '/api/tags' ? JSON.stringify(tags) : '{}'),
      async (address) =>
        expect(await detect(address.replace('http://', ''))).toEqual({
          kind: 'running',
          address,
          models: ['llama3.2:latest', 'qwen3:8b'],
        }),
    );
  });

  it('says why there is none', async () => {
    expect(await detect('127.0.0.1:9')).toMatchObject({
      kind: 'absent',
      address: 'http://127.0.0.1:9',
      reason: expect.stringMatching(/\S/),
    });
    expect(await detect('not a host')).toMatchObject({
      kind: 'absent',
      reason: expect.stringContaining('not a host'),
    });
  });

  it('does not take another server for one', async () => {
    for (const body of ['{}', '<html>', '[]', 'null']) {
      await withServer(
        (_request, response) => response.end(body),
        async (address) => expect((await detect(address)).kind).toBe('absent'),
      );
    }
  });

  it('waits a short time only', async () => {
    const asked = Promise.withResolvers<void>();
    await withServer(
      () => asked.resolve(),
      async (address) => {
        const effects = fakeEffects();
        const state = detectOllama(address, never, effects.clock);
        await asked.promise;
        await effects.advance(800);
        expect(await state).toMatchObject({ kind: 'absent', reason: 'no answer within 800 ms' });
        expect(effects.pendingTimers()).toBe(0);
      },
    );
  });
});
