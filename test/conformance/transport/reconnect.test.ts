import { expect, it, vi } from 'vitest';
import { createHttpClient } from '../../../core/transport/index.ts';
import { startServer } from '../../../server/start-server.ts';
import { standInCore } from '../../unit/server/stand-in.ts';
import { KNOWN } from './fake-core.ts';

it('goes on after the last event when the host was gone for a moment', async () => {
  const host = (events: number, after: 'silence' | 'end', at: { port: number; token?: string }) => {
    const { core, fake } = standInCore({ events, after });
    return startServer({ core, version: '0.0.0', rendererFolder: '/nowhere', ...at }).then((server) => ({
      server,
      fake,
    }));
  };
  const first = await host(3, 'silence', { port: 0 });
  const { url: baseUrl, port, token } = first.server;
  const connection: string[] = [];
  const client = createHttpClient({ baseUrl, token, onConnection: (state) => connection.push(state) });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const message of client['sessions.watch']({ id: KNOWN })) {
      if (message.kind === 'event') seen.push(message.event.seq);
    }
  })();
  await vi.waitUntil(() => seen.length === 3);
  await first.server.close();
  await vi.waitUntil(() => connection.includes('lost'));
  const second = await host(6, 'end', { port, token });
  await reading;
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  expect(connection).toEqual(['lost', 'connected']);
  await second.server.close();
  expect([first.fake.open(), second.fake.open()]).toEqual([0, 0]);
});
