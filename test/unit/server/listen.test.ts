import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_PORT, listen } from '../../../server/listen.ts';

const open: { close: () => unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const occupy = async (port: number) => {
  const server = createServer();
  open.push(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
const http = () => {
  const server = createHttpServer();
  open.push(server);
  return server;
};

describe('listen', () => {
  it('takes the port it is asked for', async () => {
    const free = await occupy(0);
    for (const server of open.splice(0)) server.close();
    expect(await listen(http(), '127.0.0.1', free)).toBe(free);
  });

  it('takes another port than the default one where that is taken', async () => {
    const first = await listen(http(), '127.0.0.1');
    const second = await listen(http(), '127.0.0.1');
    expect(first).toBeGreaterThanOrEqual(DEFAULT_PORT);
    expect(second).not.toBe(first);
  });

  it('says who has a port that was asked for', async () => {
    const taken = await occupy(0);
    await expect(listen(http(), '127.0.0.1', taken)).rejects.toMatchObject({
      code: 'host/port-in-use',
      message: expect.stringContaining(`Port ${taken} on 127.0.0.1 is in use by`),
      remedy: expect.stringContaining('--port'),
    });
  });

  it('says why an address is none', async () => {
    await expect(listen(http(), '203.0.113.7', 0)).rejects.toMatchObject({
      code: 'input/usage',
      message: expect.stringContaining('no such address'),
    });
  });
});
