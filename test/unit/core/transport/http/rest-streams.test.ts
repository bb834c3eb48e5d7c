import { describe, expect, it, vi } from 'vitest';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import { restStream } from '../../../../../core/transport/http/rest-streams.ts';
import { fakeCore, KNOWN } from '../../../../conformance/transport/fake-core.ts';

const ask = (
  core: ReturnType<typeof fakeCore>,
  path: string,
  headers: Record<string, string> = { accept: 'text/event-stream' },
  stopped = new AbortController().signal,
) =>
  restStream(core.api, new Request(`http://host/api/v1${path}`, { headers }), path.split('?')[0] ?? '', {
    clock: fakeEffects().clock,
    stopped,
  });

const idsOf = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe('restStream', () => {
  it('streams stored events and ends after the last one of the session', async () => {
    const core = fakeCore({ events: 4 });
    const response = await ask(core, `/sessions/${KNOWN}/events`);
    const text = (await response?.text()) ?? '';
    expect(idsOf(text)).toEqual([1, 2, 3, 4]);
    const last = text.trim().split('\n').at(-1)?.slice('data: '.length) ?? '';
    expect(JSON.parse(last)).toMatchObject({ seq: 4, type: 'session-ended', session_id: KNOWN });
    expect(core.open()).toBe(0);
  });

  it('begins after `after`, and rather after Last-Event-ID', async () => {
    const path = `/sessions/${KNOWN}/events?after=1`;
    const accept = 'text/event-stream';
    const from = async (headers: Record<string, string>) =>
      idsOf((await (await ask(fakeCore({ events: 4 }), path, headers))?.text()) ?? '');
    expect(await from({ accept })).toEqual([2, 3, 4]);
    expect(await from({ accept, 'last-event-id': '3' })).toEqual([4]);
  });

  it('tells a client that has all of an ended session not to come back', async () => {
    const core = fakeCore({ events: 4, status: 'ended' });
    const headers = { accept: 'text/event-stream', 'last-event-id': '4' };
    expect((await ask(core, `/sessions/${KNOWN}/events`, headers))?.status).toBe(204);
  });

  it('ends at once when a session that had ended is asked for what is not there', async () => {
    const core = fakeCore({ events: 4, status: 'ended', after: 'silence' });
    const response = await ask(core, `/sessions/${KNOWN}/events?after=4`);
    expect(await response?.text()).toBe('');
    await vi.waitUntil(() => core.open() === 0);
  });

  it('leaves the path to JSON without the header', async () => {
    expect(await ask(fakeCore(), `/sessions/${KNOWN}/events`, { accept: '*/*' })).toBeUndefined();
    expect(await ask(fakeCore(), '/sessions')).toBeUndefined();
  });

  it('streams everything on the paths of the catalog’s own streams', async () => {
    const watch = await ask(fakeCore({ events: 2 }), `/sessions/${KNOWN}/watch`, {});
    expect((await watch?.text())?.split('\n\n').slice(0, -1)).toEqual([
      expect.stringMatching(/^id: 1\ndata: \{"kind":"event"/),
      expect.stringMatching(/^id: 2\ndata: \{"kind":"event"/),
      'data: {"kind":"caught-up","seq":2}',
    ]);
    const changes = await ask(fakeCore({ events: 2 }), '/changes', {});
    expect(await changes?.text()).toContain('data: ');
  });

  it('refuses before it streams', async () => {
    const headers = { accept: 'text/event-stream', 'last-event-id': 'x' };
    await expect(ask(fakeCore(), '/sessions/none/events')).rejects.toMatchObject({
      code: 'input/unknown-session',
    });
    await expect(ask(fakeCore(), '/sessions/none/watch')).rejects.toMatchObject({
      code: 'input/unknown-session',
    });
    await expect(ask(fakeCore(), `/sessions/${KNOWN}/events`, headers)).rejects.toMatchObject({
      where: { path: 'Last-Event-ID' },
    });
  });

  it('is cut when the host stops', async () => {
    const core = fakeCore({ events: 1, after: 'silence' });
    const stop = new AbortController();
    const response = await ask(core, `/sessions/${KNOWN}/events`, undefined, stop.signal);
    const text = response?.text();
    await vi.waitUntil(() => core.open() === 1);
    stop.abort();
    await text;
    await vi.waitUntil(() => core.open() === 0);
  });
});
