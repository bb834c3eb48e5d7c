import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { incomingRequest } from '../../../server/incoming-request.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Starts a server that hands its first request over, and gives a way to send it. */
const receive = async () => {
  const received = Promise.withResolvers<{ request: Request; end: () => void }>();
  server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://agentnet.local');
    received.resolve({ request: incomingRequest(incoming, response, url), end: () => response.end() });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    received: received.promise,
    send: (options = {}) => httpRequest({ host: '127.0.0.1', port, ...options }),
  };
};

describe('incomingRequest', () => {
  it('carries method, path, headers and body', async () => {
    const { received, send } = await receive();
    const client = send({ method: 'POST', path: '/a?b=1', headers: { 'x-list': ['1', '2'] } });
    client.write('first ');
    client.end('second');
    const { request, end } = await received;
    expect([request.method, request.url]).toEqual(['POST', 'http://agentnet.local/a?b=1']);
    expect(request.headers.get('x-list')).toBe('1, 2');
    expect(await request.text()).toBe('first second');
    end();
    await once(client, 'response');
    expect(request.signal.aborted).toBe(false);
  });

  it('fires its signal when the client goes away', async () => {
    const { received, send } = await receive();
    const client = send({ method: 'GET', path: '/' });
    client.on('error', () => undefined).end();
    const { request } = await received;
    const gone = once(request.signal, 'abort');
    client.destroy();
    await gone;
  });

  it('leaves the connection open when the body is not wanted', async () => {
    const { received, send } = await receive();
    const client = send({ method: 'POST', path: '/' });
    client.write('x'.repeat(100_000));
    const { request, end } = await received;
    await request.body?.cancel();
    end();
    const [response] = await once(client, 'response');
    expect(response.statusCode).toBe(200);
    client.destroy();
  });
});
