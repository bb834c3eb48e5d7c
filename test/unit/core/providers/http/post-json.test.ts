import { describe, expect, it } from 'vitest';
import { postJson } from '../../../../../core/providers/http/post-json.ts';
import { withServer } from '../loopback-server.ts';

const never = new AbortController().signal;

describe('postJson', () => {
  it('sends the document', async () => {
    let got = '';
    await withServer(
      (request, response) => {
        request.on('data', (chunk) => {
          got += chunk;
        });
        request.on('end', () => response.writeHead(204).end());
      },
      (address) => postJson(address, { a: 1 }, never),
    );
    expect(JSON.parse(got)).toEqual({ a: 1 });
  });

  it('rejects for a failure and for a redirect', async () => {
    await withServer(
      (request, response) => {
        if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
        else response.writeHead(500).end();
      },
      async (address) => {
        await expect(postJson(address, {}, never)).rejects.toThrow('status 500');
        await expect(postJson(`${address}/moved`, {}, never)).rejects.toThrow();
      },
    );
  });
});
