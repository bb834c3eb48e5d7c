import { describe, expect, it } from 'vitest';
import { fetchJson } from '../../../../../core/providers/http/fetch-json.ts';
import { withServer } from '../loopback-server.ts';

const never = new AbortController().signal;

describe('fetchJson', () => {
  it('gives the document', async () => {
    await withServer(
      (_request, response) => response.end('{"models":[]}'),
      async (address) => expect(await fetchJson(address, never)).toEqual({ models: [] }),
    );
  });

  it('rejects for another status, for a redirect, and for what is no JSON', async () => {
    await withServer(
      (request, response) => {
        if (request.url === '/gone') response.writeHead(404).end('{}');
        else if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
        else response.end('<html>');
      },
      async (address) => {
        await expect(fetchJson(`${address}/gone`, never)).rejects.toThrow('status 404');
        await expect(fetchJson(`${address}/moved`, never)).rejects.toThrow();
        await expect(fetchJson(address, never)).rejects.toThrow(SyntaxError);
      },
    );
  });

  it('rejects when the signal fires', async () => {
    await withServer(
      () => undefined,
      async (address) => {
        const controller = new AbortController();
        const asking = fetchJson(address, controller.signal);
        controller.abort(new Error('enough'));
        await expect(asking).rejects.toThrow('enough');
      },
    );
  });
});
