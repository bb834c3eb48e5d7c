import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import { openWire } from '../../../../../core/providers/http/open-wire.ts';
import { withServer } from '../loopback-server.ts';

const SECRET = 'sk-secret-of-the-test';
const wireTo = (baseUrl: string, signal = new AbortController().signal) => {
  const effects = fakeEffects();
  const credentials = { authorization: `Bearer ${SECRET}` };
  const limits = { headersMs: 30_000, firstByteMs: 60_000, idleMs: 60_000 };
  const wire = openWire({ signal, clock: effects.clock, model: 'lab/x', baseUrl, credentials, ...limits });
  return { effects, wire };
};

describe('openWire', () => {
  it('sends the key and of the given headers only those that describe the content', async () => {
    let received: IncomingHttpHeaders = {};
    await withServer(
      (request, response) => {
        received = request.headers;
        response.end('ok');
      },
      async (address) => {
        const { wire } = wireTo(address);
        const headers = {
          authorization: 'Bearer of the SDK',
          'content-type': 'application/json',
          'x-stainless-os': 'Linux',
          'openai-organization': 'org-1',
        };
        const response = await wire.fetch(address, { method: 'POST', headers, body: '{}' });
        expect(await response.text()).toBe('ok');
        wire.close();
        expect(received.authorization).toBe(`Bearer ${SECRET}`);
        expect(received['content-type']).toBe('application/json');
        expect(Object.keys(received).filter((name) => /^(x-|openai)/.test(name))).toEqual([]);
      },
    );
  });

  it('knows when the body has ended, and leaves no timer behind', async () => {
    await withServer(
      (_request, response) => response.end('ok'),
      async (address) => {
        const { wire, effects } = wireTo(address);
        const response = await wire.fetch(address);
        expect(wire.bodyEnded()).toBe(false);
        await response.text();
        expect(wire.bodyEnded()).toBe(true);
        expect(wire.failure()).toBeNull();
        wire.close();
        expect(effects.pendingTimers()).toBe(0);
      },
    );
  });

  it('counts the silence of the server and not that of the reader', async () => {
    await withServer(
      (_request, response) => response.write('first'),
      async (address) => {
        const { wire, effects } = wireTo(address);
        const reader = (await wire.fetch(address)).body?.getReader();
        await reader?.read();
        await effects.advance(1_000_000);
        expect(wire.failure()).toBeNull();
        const next = reader?.read();
        next?.catch(() => undefined);
        await effects.advance(60_000);
        await expect(next).rejects.toMatchObject({ code: 'provider/timeout', data: { waited_ms: 60_000 } });
        expect(wire.failure()?.message).toContain('silent for 60 s');
      },
    );
  });

  it('reads the rest away after an answer that is whole, and gives up one that is not', async () => {
    const closed: boolean[] = [];
    const ended = Promise.withResolvers<void>();
    await withServer(
      (request, response) => {
        response.once('close', () => {
          closed.push(response.writableFinished);
          if (closed.length === 2) ended.resolve();
        });
        response.write('first');
        if (request.url === '/whole') response.end('rest');
      },
      async (address) => {
        for (const path of ['/whole', '/open']) {
          const { wire } = wireTo(address);
          const reader = (await wire.fetch(`${address}${path}`)).body?.getReader();
          await reader?.read();
          if (path === '/whole') wire.expectEnd();
          wire.close();
        }
        await ended.promise;
        expect(closed).toEqual([true, false]);
      },
    );
  });

  it('takes the key out of a text', () => {
    const { wire } = wireTo('http://127.0.0.1:1');
    expect(wire.redact(`${SECRET} and Bearer ${SECRET}`)).toBe('(key) and Bearer (key)');
  });

  it('names the host without a path', () => {
    expect(wireTo('https://models.example/v1').wire.host).toBe('models.example');
  });

  it('fails as aborted when the signal has fired', async () => {
    const { wire } = wireTo('http://127.0.0.1:1', AbortSignal.abort());
    await expect(wire.fetch('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'provider/aborted' });
    expect(wire.failure()?.code).toBe('provider/aborted');
  });
});
