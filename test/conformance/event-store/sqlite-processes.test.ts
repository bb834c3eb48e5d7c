import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StreamId, SYSTEM_STREAM } from '../../../core/contract/index.ts';
import { chance, realEffects } from '../../../core/effects/index.ts';
import { type EventStore, openSqliteEventStore } from '../../../core/storage/index.ts';
import { livingOwner, readAll } from './adapter.ts';
import { sessionIdOf } from './sample-drafts.ts';

const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url));

interface Child {
  readonly process: ChildProcess;
  /** Last acknowledged place of every stream. */
  readonly acknowledged: ReadonlyMap<string, { readonly seq: number; readonly hash: string }>;
  readonly firstLine: Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

const running = new Set<ChildProcess>();

const start = (...words: readonly string[]): Child => {
  const child = spawn(process.execPath, [CHILD, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const acknowledged = new Map<string, { seq: number; hash: string }>();
  let errors = '';
  let unfinished = '';
  let saidSomething = () => {};
  const firstLine = new Promise<void>((resolve) => {
    saidSomething = resolve;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (unfinished + chunk.toString()).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) {
      const [stream = '', seq, hash = ''] = line.split(' ');
      acknowledged.set(stream, { seq: Number(seq), hash });
    }
    if (lines.length > 0) saidSomething();
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      saidSomething();
      resolve({ code, errors });
    });
  });
  return { process: child, acknowledged, firstLine, ended };
};

describe('several processes on one data folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agentnet-processes-'));
  });
  afterEach(async () => {
    // One that a failed test left stopped may hold the write lock.
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const withStore = async <T>(use: (store: EventStore) => Promise<T>): Promise<T> => {
    const store = await openSqliteEventStore({ folder, effects: realEffects });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };

  const expectStored = async (store: EventStore, children: readonly Child[]): Promise<void> => {
    const streams = new Set(children.flatMap(({ acknowledged }) => [...acknowledged.keys()]));
    for (const stream of streams) {
      expect(await store.verify(stream as StreamId)).toMatchObject({ ok: true, projections_equal: true });
      const events = await readAll(store, stream as StreamId);
      for (const { acknowledged } of children) {
        const last = acknowledged.get(stream);
        if (last) expect(events[last.seq - 1]?.hash).toBe(last.hash);
      }
    }
  };

  // The seed decides when each process is killed; a failing one is kept here.
  it.each([20_261_121, 7])(
    'loses nothing acknowledged in ten kills (seed %i)',
    { timeout: 120_000 },
    async (seed) => {
      const ids = Array.from({ length: 6 }, (_, index) => sessionIdOf(index));
      const children: Child[] = [];
      for (let kill = 0; kill < 10; kill += 1) {
        const child = start('write-until-killed', folder, ...ids);
        children.push(child);
        await child.firstLine;
        await realEffects.clock.sleep(chance(seed, kill) * 150);
        child.process.kill('SIGKILL');
        const { errors } = await child.ended;
        expect(errors).toBe('');
        expect(child.acknowledged.size).toBeGreaterThan(0);
      }
      await withStore(async (store) => {
        await expectStored(store, children);
        const left = await store.interrupted();
        expect(left.map(({ id }) => id).sort()).toEqual([...ids].sort());
        for (const id of ids) expect((await store.owner(id))?.alive).toBe(false);
      });
    },
  );

  it('lets four processes write their sessions and "system" at once', { timeout: 120_000 }, async () => {
    const children = Array.from({ length: 4 }, (_, index) =>
      start('write', folder, '25', sessionIdOf(index * 2), sessionIdOf(index * 2 + 1)),
    );
    for (const { ended } of children) expect(await ended).toEqual({ code: 0, errors: '' });
    await withStore(async (store) => {
      await expectStored(store, children);
      expect((await store.head(SYSTEM_STREAM))?.count).toBe(4 * 2 * 25);
      expect((await store.sessions({ limit: 20 })).total).toBe(8);
    });
  });

  it('opens for twenty processes that start on an empty folder at once', { timeout: 120_000 }, async () => {
    const children = Array.from({ length: 20 }, (_, index) =>
      start('write', folder, '1', sessionIdOf(index)),
    );
    for (const { ended } of children) expect(await ended).toEqual({ code: 0, errors: '' });
    await withStore(async (store) => {
      await expectStored(store, children);
      expect((await store.head(SYSTEM_STREAM))?.count).toBe(20);
    });
  });

  it('knows at once that a killed process no longer owns its session', { timeout: 60_000 }, async () => {
    const id = sessionIdOf(1);
    const child = start('write-until-killed', folder, id);
    await child.firstLine;
    await withStore(async (store) => {
      expect(await store.owner(id)).toMatchObject({ alive: true, owner: { pid: child.process.pid } });
      await expect(store.takeSession(id, livingOwner())).rejects.toMatchObject({
        code: 'session/owned-elsewhere',
      });
      // A stopped process still lives, and may have been stopped with the write lock in its hands.
      expect((await store.session(id))?.status).toBe('running');
      child.process.kill('SIGSTOP');
      expect((await store.session(id))?.status).toBe('running');
      child.process.kill('SIGKILL');
      await child.ended;
      expect((await store.session(id))?.status).toBe('interrupted');
      const writer = await store.takeSession(id, livingOwner());
      expect(writer.head.count).toBeGreaterThanOrEqual(child.acknowledged.get(id)?.seq ?? Number.NaN);
    });
  });
});
