import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { connectionPool } from '../../../../../core/providers/http/connection-pool.ts';
import { type Exchange, startExchange } from '../../../../../core/providers/http/start-exchange.ts';
import { withServer } from '../loopback-server.ts';

const start = async (address: string, signal = new AbortController().signal) =>
  startExchange(
    await connectionPool(),
    { url: new URL(address), method: 'POST', headers: {}, body: '{}' },
    signal,
  );

const readAll = async (exchange: Exchange): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for (let piece = await exchange.read(); piece; piece = await exchange.read()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

describe('startExchange', () => {
  it('gives status, headers and body', async () => {
    await withServer(
      (_request, response) => response.writeHead(418, { 'x-a': 'b' }).end('teapot'),
      async (address) => {
        const exchange = await start(address);
        expect(exchange.status).toBe(418);
        expect(exchange.headers.get('x-a')).toBe('b');
        expect(await readAll(exchange)).toBe('teapot');
        expect(await exchange.read()).toBeNull();
      },
    );
  });

  it('gives all chunks of the server in their order, and what waits together as one', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    await withServer(
      (_request, response) => {
        for (const letter of letters) response.write(letter);
        response.end();
      },
      async (address) => {
        const exchange = await start(address);
        const seen: string[] = [];
        for (let piece = await exchange.read(); piece; piece = await exchange.read()) {
          seen.push(Buffer.from(piece).toString());
        }
        expect(seen.join('')).toBe(letters);
      },
    );
  });

  it('gives all that had come before the connection broke off, and only then the error', async () => {
    await withServer(
      (_request, response) => response.write('half', () => response.socket?.end()),
      async (address) => {
        const exchange = await start(address);
        expect(Buffer.from((await exchange.read()) ?? []).toString()).toBe('half');
        await expect(exchange.read()).rejects.toThrow();
      },
    );
  });

  it('holds a server back that is faster than its reader', async () => {
    const size = 8_000_000;
    let sending: ServerResponse | undefined;
    await withServer(
      (_request, response) => {
        sending = response;
        response.end(Buffer.alloc(size, 'x'));
      },
      async (address) => {
        const exchange = await start(address);
        await exchange.read();
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        expect(sending?.writableFinished).toBe(false);
        expect((await readAll(exchange)).length).toBeGreaterThan(size / 2);
      },
    );
  });

  it('rejects at once, without what has come, when the signal fires', async () => {
    await withServer(
      (_request, response) => response.write('half'),
      async (address) => {
        const controller = new AbortController();
        const exchange = await start(address, controller.signal);
        controller.abort('enough');
        await expect(exchange.read()).rejects.toBe('enough');
        await expect(start(address, controller.signal)).rejects.toBe('enough');
      },
    );
  });

  it('tells the server when it stops', async () => {
    const gone = Promise.withResolvers<void>();
    await withServer(
      (_request, response) => {
        response.once('close', gone.resolve);
        response.write('half');
      },
      async (address) => {
        const exchange = await start(address);
        exchange.stop();
        await gone.promise;
        await expect(exchange.read()).rejects.toThrow('stopped');
      },
    );
  });

  it('rejects where nothing listens', async () => {
    await expect(start('http://127.0.0.1:9')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
