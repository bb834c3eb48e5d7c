import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendResponse } from '../../../server/send-response.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const serve = async (response: () => Response) => {
  server = createServer((incoming, outgoing) => void sendResponse(incoming, outgoing, response()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const endless = (state: { given: number; cancelled: boolean }) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      state.given += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
      await setImmediate();
    },
    cancel() {
      state.cancelled = true;
    },
  });

describe('sendResponse', () => {
  it('sends status, headers and body', async () => {
    const url = await serve(() => new Response('made', { status: 201, headers: { 'x-a': 'b' } }));
    const response = await fetch(url);
    expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([201, 'b', 'made']);
  });

  it('waits for a slow client, and stops when it goes', async () => {
    const state = { given: 0, cancelled: false };
    const url = await serve(() => new Response(endless(state)));
    const abort = new AbortController();
    const reader = (await fetch(url, { signal: abort.signal })).body?.getReader();
    await reader?.read();
    let last = -1;
    await vi.waitUntil(
      () => {
        const still = state.given === last;
        last = state.given;
        return still;
      },
      { interval: 200, timeout: 20_000 },
    );
    expect(state.given).toBeLessThan(1_000);
    abort.abort();
    await vi.waitUntil(() => state.cancelled);
  });

  it('lets a client that is still sending read its refusal, and closes then', async () => {
    const url = await serve(() => new Response('too much', { status: 413 }));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const errors: Error[] = [];
    socket.on('error', (error) => errors.push(error));
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\nfirst');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 .*content-length: 8\r\n.*too much$/is);
    for (let n = 0; n < 10; n += 1) {
      socket.write('x'.repeat(100_000));
      await setImmediate();
    }
    await once(socket, 'end');
    expect(errors).toEqual([]);
    socket.destroy();
  });

  it('cuts the connection when the body breaks, so that nobody takes it for whole', async () => {
    let sent = false;
    const broken = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent) controller.error(new Error('broken'));
          else controller.enqueue(new Uint8Array(10));
          sent = true;
        },
      });
    const url = await serve(() => new Response(broken()));
    await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow();
  });
});
