import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AgentNetError, type CoreApi } from '../../../core/contract/index.ts';
import { carriers, remoteCarriers } from './carriers.ts';
import { event, type FakeCoreOptions, fakeCore, KNOWN, summary } from './fake-core.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const start = async (carrier: (typeof carriers)[number], options?: FakeCoreOptions) => {
  const core = fakeCore(options);
  const { client, close } = await carrier.carry(core.api);
  closers.push(close);
  return { core, client, close };
};

const collect = async <T>(messages: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const message of messages) all.push(message);
  return all;
};

const errorOf = async (promise: Promise<unknown>): Promise<AgentNetError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AgentNetError);
  return error as AgentNetError;
};

/** Waits until a slow reader's source stands still. */
const standstill = async (count: () => number): Promise<number> => {
  let last = -1;
  for (let quiet = 0; quiet < 20; quiet = count() === last ? quiet + 1 : 0) {
    last = count();
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
  }
  return count();
};

describe.each(carriers)('$name', (carrier) => {
  it('carries a call with its input and answer', async () => {
    const { client, core } = await start(carrier);
    expect(await client['sessions.pause']({ id: KNOWN, when: 'now' })).toEqual(summary(KNOWN, 'pausing'));
    expect(core.calls).toEqual([{ name: 'sessions.pause', input: { id: KNOWN, when: 'now' } }]);
  });

  it('fills in defaults', async () => {
    const { client } = await start(carrier);
    expect((await client['sessions.list']({})).total).toBe(100);
  });

  it('carries deep and unusual input as it is', async () => {
    const { client, core } = await start(carrier);
    const input = {
      name: 'ü\u0001😀',
      agents: ['A@1.0.0'],
      budget: { usd: 0.1 },
      none: null,
      list: [[1], []],
    };
    await client['sessions.create'](input);
    expect(core.calls).toEqual([{ name: 'sessions.create', input }]);
  });

  it('carries an error with all it says', async () => {
    const { client } = await start(carrier);
    const error = await errorOf(client['sessions.summary']({ id: 'nobody' }));
    expect(error.toWire()).toEqual({
      code: 'input/unknown-session',
      message: 'There is no session nobody.',
      retryable: false,
      where: { file: 'a.yaml', line: 3, column: 7, path: 'agents[1]' },
      kept: 'Nothing was started.',
      remedy: 'Did you mean Athena?',
      data: {
        problems: [{ code: 'input/unknown-agent', message: 'Atena', where: { line: 3 }, nearest: 'Athena' }],
      },
    });
  });

  it('carries a stream in order to its end', async () => {
    const { client, core } = await start(carrier, { events: 500 });
    const messages = await collect(client['sessions.watch']({ id: KNOWN }));
    expect(messages).toHaveLength(501);
    expect(messages[9]).toEqual({ kind: 'event', event: event(10) });
    expect(
      messages.map((message) => (message.kind === 'event' ? message.event.seq : 'end')).slice(-2),
    ).toEqual([500, 'end']);
    expect(core.open()).toBe(0);
  });

  it('begins a stream where it is asked to', async () => {
    const { client } = await start(carrier, { events: 10 });
    const [first] = await collect(client['sessions.watch']({ id: KNOWN, after: 8 }));
    expect(first).toMatchObject({ event: { seq: 9 } });
  });

  it('carries an error of a stream after its messages', async () => {
    const { client, core } = await start(carrier, { events: 2, after: 'error' });
    const seen: string[] = [];
    const error = await errorOf(
      (async () => {
        for await (const message of client['sessions.watch']({ id: KNOWN })) seen.push(message.kind);
      })(),
    );
    expect(seen).toEqual(['event', 'event', 'caught-up']);
    expect(error).toMatchObject({ code: 'storage/full', kept: 'All of it.', retryable: true });
    expect(core.open()).toBe(0);
  });

  it('carries an error at the start of a stream', async () => {
    const { client } = await start(carrier);
    const error = await errorOf(collect(client['sessions.watch']({ id: 'nobody' })));
    expect(error.code).toBe('input/unknown-session');
  });

  it('frees a stream that is left', async () => {
    const { client, core } = await start(carrier, { events: 10_000 });
    for await (const _message of client['sessions.watch']({ id: KNOWN })) break;
    await vi.waitUntil(() => core.open() === 0);
  });

  it('frees a silent stream that is aborted, and ends it quietly', async () => {
    const { client, core } = await start(carrier, { events: 1, after: 'silence' });
    const abort = new AbortController();
    const seen: string[] = [];
    for await (const message of client['sessions.watch']({ id: KNOWN }, { signal: abort.signal })) {
      seen.push(message.kind);
      if (message.kind === 'caught-up') globalThis.setTimeout(() => abort.abort(), 0);
    }
    expect(seen).toEqual(['event', 'caught-up']);
    await vi.waitUntil(() => core.open() === 0);
  });

  it('aborts a call on both sides', async () => {
    const { client, core } = await start(carrier);
    const abort = new AbortController();
    const call = client['sessions.verify']({ id: KNOWN }, { signal: abort.signal });
    const outcome = call.catch((error: unknown) => error);
    await vi.waitUntil(() => core.open() === 1);
    abort.abort(new Error('enough'));
    expect(await outcome).toEqual(new Error('enough'));
    await vi.waitUntil(() => core.open() === 0);
  });

  it('carries many streams at once without mixing them up', async () => {
    const { client } = await start(carrier, { events: 300 });
    const read = (after: number) => collect(client['sessions.watch']({ id: KNOWN, after }));
    const all = await Promise.all([0, 50, 100, 150, 200, 250].map(read));
    expect(all.map((messages) => messages.length)).toEqual([301, 251, 201, 151, 101, 51]);
  });
});

describe.each(remoteCarriers)('$name, from outside', (carrier) => {
  it('refuses input that does not fit, with every problem and its place', async () => {
    const { client, core } = await start(carrier);
    const wrong = { limit: 0, mode: 'quarrel' } as unknown as Parameters<CoreApi['sessions.list']>[0];
    const error = await errorOf(client['sessions.list'](wrong));
    expect(error.code).toBe('input/invalid');
    expect(error.where).toEqual({ path: 'limit' });
    expect(error.data['problems']).toMatchObject([
      { where: { path: 'limit' } },
      { where: { path: 'mode' }, code: 'input/invalid' },
    ]);
    expect(core.calls).toEqual([]);
  });

  it('refuses a stream whose input does not fit', async () => {
    const { client } = await start(carrier);
    const error = await errorOf(collect(client['sessions.watch']({ id: KNOWN, after: -1 })));
    expect(error).toMatchObject({ code: 'input/invalid', where: { path: 'after' } });
  });

  it('refuses a procedure that is none', async () => {
    const { client } = await start(carrier);
    const call = (client as unknown as Record<string, () => Promise<unknown>>)['sessions.explode'];
    expect((await errorOf(call?.() ?? Promise.resolve())).code).toBe('input/unknown-route');
  });

  it('hides what went wrong inside, but for its words', async () => {
    const { client } = await start(carrier);
    const error = await errorOf(client['sessions.replay']({ id: KNOWN }));
    expect(error.code).toBe('internal');
    expect(JSON.stringify(error.toWire())).not.toContain('fake-core');
  });

  it('frees a silent stream that is left while it waits', async () => {
    const { client, core } = await start(carrier, { events: 0, after: 'silence' });
    const iterator = client['sessions.watch']({ id: KNOWN })[Symbol.asyncIterator]();
    expect((await iterator.next()).value).toEqual({ kind: 'caught-up', seq: 0 });
    const waiting = iterator.next();
    await vi.waitUntil(() => core.open() === 1);
    await iterator.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    await vi.waitUntil(() => core.open() === 0);
  });

  it('holds a fast source back for a slow reader, and loses nothing', async () => {
    const { client, core } = await start(carrier, { events: 200_000 });
    const iterator = client['sessions.watch']({ id: KNOWN })[Symbol.asyncIterator]();
    await iterator.next();
    const ahead = await standstill(core.produced);
    expect(ahead).toBeLessThan(carrier.mostAhead);
    const next = await iterator.next();
    expect(next.value).toMatchObject({ event: { seq: 2 } });
    for (let seq = 3; seq <= ahead + 100; seq += 1) {
      const { value } = await iterator.next();
      if (value?.kind !== 'event' || value.event.seq !== seq) expect(value).toMatchObject({ event: { seq } });
    }
    await iterator.return?.();
    await vi.waitUntil(() => core.open() === 0);
  });

  it('gives streams up when the host stops, and does not pass that off as their end', async () => {
    const { client, core, close } = await start(carrier, { events: 1, after: 'silence' });
    const abort = new AbortController();
    let ended = false;
    const reading = (async () => {
      for await (const _message of client['sessions.watch']({ id: KNOWN }, { signal: abort.signal }));
      ended = true;
    })().catch((error: unknown) => error);
    await vi.waitUntil(() => core.open() === 1);
    await close();
    await vi.waitUntil(() => core.open() === 0);
    expect(ended).toBe(false);
    abort.abort();
    await reading;
  });
});
