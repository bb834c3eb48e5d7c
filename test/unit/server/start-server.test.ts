import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemDocument } from '../../../core/contract/index.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { type FakeCoreOptions, KNOWN } from '../../conformance/transport/fake-core.ts';
import { builtPage, standInCore } from './stand-in.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const start = async (options?: FakeCoreOptions) => {
  const { core, fake } = standInCore(options);
  const server = await startServer({ core, version: '1.2.3', rendererFolder: builtPage(), port: 0 });
  running.push(server);
  const authorization = `Bearer ${server.token}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { ...init, headers: { authorization, ...init.headers } });
  return { server, fake, ask, authorization };
};

/** A request exactly as written, with headers that `fetch` would not send. */
const raw = (server: RunningServer, path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: server.port, path, method, headers },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            body += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        },
      );
      request.on('error', reject).end();
    },
  );

describe('the web host', () => {
  it('gives the page and the signs of life to everybody, with the security headers', async () => {
    const { server } = await start();
    for (const path of ['/', '/health/live', '/health/ready', '/assets/index-Bx3f9_aZ.js']) {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBe('DENY');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      await response.arrayBuffer();
    }
    expect((await fetch(server.url)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives data to those with the token only', async () => {
    const { server, ask } = await start();
    const guarded = [
      '/api/v1/sessions',
      `/api/v1/sessions/${KNOWN}/events`,
      '/api/v1/openapi.json',
      '/health/detailed',
      '/metrics',
      '/api/v1/nothing',
    ];
    for (const path of guarded) {
      const refused = await fetch(server.url + path);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toContain('Bearer');
      expect(problemDocument.parse(await refused.json()).code).toBe('host/unauthorized');
      const wrong = await fetch(server.url + path, { headers: { authorization: 'Bearer nonsense' } });
      expect(wrong.status).toBe(401);
      await wrong.arrayBuffer();
      expect((await ask(path)).status).toBe(path.endsWith('nothing') ? 404 : 200);
    }
    const rpc = await fetch(`${server.url}/rpc/sessions.list`, { method: 'POST', body: '{}' });
    expect(rpc.status).toBe(401);
  });

  it('does not take the token from the address', async () => {
    const { server } = await start();
    expect((await fetch(`${server.url}/api/v1/sessions?token=${server.token}`)).status).toBe(401);
  });

  it('answers to its own names and pages only, the page included', async () => {
    const { server, authorization } = await start();
    const own = `127.0.0.1:${server.port}`;
    for (const path of ['/', '/health/live', '/api/v1/sessions']) {
      const foreign = await raw(server, path, { host: `evil.example:${server.port}`, authorization });
      expect(foreign.status).toBe(403);
      expect(JSON.parse(foreign.body)).toMatchObject({ code: 'host/forbidden-origin' });
      const page = await raw(server, path, { host: own, origin: 'http://evil.example', authorization });
      expect(page.status).toBe(403);
      expect(page.headers['access-control-allow-origin']).toBeUndefined();
      expect((await raw(server, path, { host: own, origin: `http://${own}`, authorization })).status).toBe(
        200,
      );
      expect((await raw(server, path, { host: `localhost:${server.port}`, authorization })).status).toBe(200);
    }
  });

  it('does not answer for another host of an absolute request line', async () => {
    const { server } = await start();
    const answer = await raw(server, 'http://evil.example/api/v1/sessions', {
      host: `127.0.0.1:${server.port}`,
    });
    expect(answer.status).toBe(401);
  });

  it('never leaves the folder of the page', async () => {
    const { server } = await start();
    const host = `127.0.0.1:${server.port}`;
    for (const path of [
      '/../package.json',
      '/..%2f..%2fetc%2fpasswd.txt',
      '/assets/../../x.js',
      '/%2e%2e/x.js',
    ]) {
      const answer = await raw(server, path, { host });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('root:');
    }
  });

  it('checks methods', async () => {
    const { server, ask } = await start();
    const page = await fetch(server.url, { method: 'POST', body: 'x' });
    expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(server.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const wrong = await ask('/api/v1/sessions', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });

  it('refuses 10 MB with a readable answer, announced or not', async () => {
    const { ask, fake, server, authorization } = await start();
    const body = JSON.stringify({ topic: 'x'.repeat(10 * 1024 * 1024) });
    const announced = await ask('/api/v1/sessions', { method: 'POST', body });
    expect(announced.status).toBe(413);
    expect(problemDocument.parse(await announced.json()).code).toBe('input/too-large');

    const sent = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path: '/api/v1/sessions',
      method: 'POST',
      headers: { authorization, 'transfer-encoding': 'chunked' },
    });
    sent.on('error', () => undefined);
    for (let n = 0; n < 160; n += 1) sent.write('x'.repeat(64 * 1024));
    const [response] = await once(sent, 'response');
    expect(response.statusCode).toBe(413);
    sent.destroy();
    expect(fake.calls).toEqual([]);
  });

  it('refuses a large body before it is sent', async () => {
    const { server } = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 10485760\r\n` +
        `Authorization: Bearer ${server.token}\r\n\r\n{"topic":"`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    await once(socket, 'close');
  });

  it('goes on streaming where a client left off', async () => {
    const { ask } = await start({ events: 5 });
    const accept = 'text/event-stream';
    const path = `/api/v1/sessions/${KNOWN}/events`;
    const whole = await (await ask(`${path}?after=2`, { headers: { accept } })).text();
    expect([...whole.matchAll(/^id: (\d+)/gm)].map(([, id]) => id)).toEqual(['3', '4', '5']);
    const rest = await (await ask(path, { headers: { accept, 'last-event-id': '4' } })).text();
    expect([...rest.matchAll(/^id: (\d+)/gm)].map(([, id]) => id)).toEqual(['5']);
    const json = await (await ask(`${path}?after=3`)).json();
    expect(json).toMatchObject({ items: [{ seq: 4 }, { seq: 5 }], last_seq: 5 });
  });

  it('frees a stream whose client goes away', async () => {
    const { ask, fake } = await start({ events: 1, after: 'silence' });
    const abort = new AbortController();
    const response = await ask('/api/v1/changes', { signal: abort.signal });
    await response.body?.getReader().read();
    expect(fake.open()).toBe(1);
    abort.abort();
    await vi.waitUntil(() => fake.open() === 0);
  });

  it('cuts streams when it closes, and is gone then', async () => {
    const { ask, fake, server } = await start({ events: 1, after: 'silence' });
    const response = await ask('/api/v1/changes');
    const text = response.text().catch(() => 'cut');
    await vi.waitUntil(() => fake.open() === 1);
    await server.close();
    running.splice(0);
    await text;
    expect(fake.open()).toBe(0);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('answers nonsense and goes on', async () => {
    const { server } = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET\u0000 / HTTP/9\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    const bare = connect(server.port, '127.0.0.1');
    bare.write('GET // HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
    await once(bare, 'data');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });
});
