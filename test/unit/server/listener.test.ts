import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { AgentNetError } from '../../../core/contract/index.ts';
import { createListener, type ListenerParts } from '../../../server/listener.ts';
import { standInCore } from './stand-in.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const serve = async (parts: Partial<ListenerParts>) => {
  const pass = () => undefined;
  server = createServer(
    createListener({
      core: standInCore().core,
      access: { checkSource: pass, checkToken: pass },
      api: async () => new Response('api'),
      page: async () => new Response('page'),
      instance: 'abc',
      stopped: new AbortController().signal,
      ...parts,
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

it('gives every path to the one who answers it', async () => {
  const url = await serve({});
  const text = async (path: string) => (await fetch(url + path)).text();
  expect(await text('/api/v1/sessions')).toBe('api');
  expect(await text('/rpc/sessions.list')).toBe('api');
  expect(await text('/')).toBe('page');
  expect(await text('/apis')).toBe('page');
  expect(await text('/health/live')).toContain('abc');
  expect(await text('/metrics')).toContain('agentnet_up');
});

it('asks nobody for an answer before the source is checked', async () => {
  const asked: string[] = [];
  const url = await serve({
    access: {
      checkSource: () => {
        throw new AgentNetError('host/forbidden-origin', 'no');
      },
      checkToken: () => undefined,
    },
    api: async () => {
      asked.push('api');
      return new Response();
    },
    page: async () => {
      asked.push('page');
      return new Response();
    },
  });
  for (const path of ['/', '/api/v1/sessions', '/health/live', '/metrics']) {
    expect((await fetch(url + path)).status).toBe(403);
  }
  expect(asked).toEqual([]);
});

it('takes nothing more over an old connection when it closes', async () => {
  const url = await serve({ stopped: AbortSignal.abort() });
  const response = await fetch(`${url}/health/live`);
  expect(response.status).toBe(503);
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toMatchObject({ code: 'host/unreachable' });
});

it('turns what goes wrong into a problem document', async () => {
  const url = await serve({ page: () => Promise.reject(new Error('disk')) });
  const response = await fetch(`${url}/x`);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ code: 'internal', instance: '/x' });
});
