import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GroupOperation } from '../../../../../core/storage/sqlite/messages.ts';
import type { Outcome } from '../../../../../core/storage/sqlite/storage-failure.ts';
import { openWriterClient, workerUrl } from '../../../../../core/storage/sqlite/writer-client.ts';
import { createdDraft, sessionIdOf, turnDraft } from '../../../../conformance/event-store/sample-drafts.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, appendOf, leaseFor } from './event-database.ts';

const id = sessionIdOf(1);

const open = async () => {
  const path = join(temporaryFolder(), 'agentnet.db');
  const client = await openWriterClient({ path, now: AT, migratedVersion: 1 });
  onTestFinished(() => client.close());
  const submit = (operation: GroupOperation) =>
    new Promise<Outcome>((resolve) => client.submit(operation, resolve));
  return { client, path, submit };
};

describe('openWriterClient', () => {
  it('settles operations in the order of the queue', async () => {
    const { client } = await open();
    const settled: number[] = [];
    const first = appendOf(id, [createdDraft()]);
    const second = appendOf(id, [turnDraft(id, 1)], first.head);
    await new Promise<void>((resolve) => {
      client.submit({ kind: 'create-session', lease: leaseFor(id) }, () => settled.push(1));
      client.submit(first.operation, () => settled.push(2));
      client.submit(second.operation, () => {
        settled.push(3);
        resolve();
      });
    });
    expect(settled).toEqual([1, 2, 3]);
  });

  it('hears of a commit that it looked for in vain', async () => {
    const { client, path, submit } = await open();
    const other = new Database(path);
    onTestFinished(() => {
      other.close();
    });
    // Nobody commits while this one writes: the client has long stopped looking when its batch gets through.
    other.exec('BEGIN IMMEDIATE');
    const slow = submit({ kind: 'append-system', rows: ['settings-changed', 1, 1, '{"changes":{}}'] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    other.exec('ROLLBACK');
    expect(await slow).toMatchObject({ ok: true, value: [{ seq: 1 }] });
    const { commits } = client;
    expect(await submit({ kind: 'create-session', lease: leaseFor(id) })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(client.commits).toBe(commits + 1);
  });

  it('keeps the order of outcomes that come by message and of commits that it sees', async () => {
    const { client } = await open();
    const first = appendOf(id, [createdDraft()]);
    const settled: string[] = [];
    const last = new Promise<void>((resolve) => {
      const say =
        (name: string, end = false) =>
        ({ ok }: Outcome) => {
          settled.push(`${name} ${ok}`);
          if (end) resolve();
        };
      const next = (index: number): void => {
        if (index === 40) {
          client.submit({ kind: 'create-session', lease: leaseFor(id) }, say('end', true));
          return;
        }
        // Refused in turns with what is committed, a batch each.
        if (index % 2 === 0) client.submit(first.operation, say(`${index}`));
        else client.submit({ kind: 'release-reservation', sessionId: id, callId: 'none' }, say(`${index}`));
        if (index % 3 === 0) setTimeout(next, 1, index + 1);
        else queueMicrotask(() => next(index + 1));
      };
      next(0);
    });
    await last;
    expect(settled).toEqual([
      ...Array.from({ length: 40 }, (_, index) => `${index} ${index % 2 === 1}`),
      'end true',
    ]);
  });

  it('runs a request behind everything that was queued before', async () => {
    const { client } = await open();
    const settled: string[] = [];
    const operations: readonly GroupOperation[] = Array.from({ length: 20 }, () => ({
      kind: 'append-system',
      rows: ['settings-changed', 1, 1, '{"changes":{}}'],
    }));
    for (const operation of operations) client.submit(operation, () => settled.push('operation'));
    await client.request({ kind: 'refresh', fullText: false });
    settled.push('request');
    expect(settled).toEqual([...operations.map(() => 'operation'), 'request']);
  });

  it('sends an append in parts, and takes one back in the middle', async () => {
    const { client, submit } = await open();
    await submit({ kind: 'create-session', lease: leaseFor(id) });
    const first = appendOf(id, [createdDraft()]);
    const second = appendOf(id, [turnDraft(id, 1)], first.head);
    const off = client.stream();
    off?.send(first.operation);
    off?.send(second.operation);
    off?.abort();
    const stream = client.stream();
    stream?.send(first.operation);
    const outcome = await new Promise<Outcome>((resolve) => stream?.end(second.operation, resolve));
    expect(outcome.ok).toBe(true);
    const third = appendOf(id, [turnDraft(id, 2)], second.head);
    expect((await submit(third.operation)).ok).toBe(true);
  });

  it('tells each operation its own outcome', async () => {
    const { submit } = await open();
    const outcomes = await Promise.all([
      submit({ kind: 'take-session', lease: leaseFor(id) }),
      submit({ kind: 'append-system', rows: ['settings-changed', 1, 1, '{"changes":{}}'] }),
    ]);
    expect(outcomes).toMatchObject([
      { ok: false, failure: { code: 'input/unknown-session' } },
      { ok: true, value: [{ seq: 1 }] },
    ]);
  });

  it('tells appends that go on from each other what came of them', async () => {
    const { submit } = await open();
    const appends = () => {
      const first = appendOf(id, [createdDraft()]);
      return [first.operation, appendOf(id, [turnDraft(id, 1)], first.head).operation];
    };
    const refused = await Promise.all(appends().map(submit));
    expect(refused).toMatchObject([1, 2].map(() => ({ ok: false, failure: { code: 'storage/fenced' } })));
    await submit({ kind: 'create-session', lease: leaseFor(id) });
    expect((await Promise.all(appends().map(submit))).map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('refuses everything after it was closed', async () => {
    const { client, submit } = await open();
    await client.close();
    expect(await submit({ kind: 'append-system', rows: [] })).toMatchObject({
      ok: false,
      failure: { code: 'storage/failed' },
    });
    await expect(client.request({ kind: 'refold' })).rejects.toMatchObject({ code: 'storage/failed' });
    expect(client.stream()).toBeUndefined();
    await client.close();
  });

  it('rejects when the thread cannot open the file', async () => {
    await expect(
      openWriterClient({ path: join(temporaryFolder(), 'missing', 'a.db'), now: AT, migratedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'storage/failed' });
  });
});

describe('workerUrl', () => {
  it('is the source beside this file', () => {
    const folder = join(import.meta.dirname, '../../../../../core/storage/sqlite');
    expect(workerUrl('writer.worker').href).toBe(pathToFileURL(join(folder, 'writer.worker.ts')).href);
  });
});
