import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { FromWriter, ToWriter, WriterData } from '../../../../../core/storage/sqlite/messages.ts';
import { threadMarks } from '../../../../../core/storage/sqlite/thread-marks.ts';
import { workerUrl } from '../../../../../core/storage/sqlite/writer-client.ts';
import { sessionIdOf } from '../../../../conformance/event-store/sample-drafts.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, leaseFor } from './event-database.ts';

const start = (path: string) => {
  const marks = threadMarks();
  const workerData: WriterData = { path, now: AT, migratedVersion: 1, marks: marks.shared };
  const worker = new Worker(workerUrl('writer.worker'), { workerData });
  const messages: FromWriter[] = [];
  let tell = () => {};
  worker.on('message', (message: FromWriter) => {
    messages.push(message);
    tell();
  });
  const ended = new Promise<number>((resolve) => worker.on('exit', resolve));
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      tell = () => {
        if (messages.length >= count) resolve();
      };
      tell();
    });
  return { worker, marks, messages, ended, until };
};

describe('the writer thread', () => {
  it('opens, commits, answers, and ends when it is told to', async () => {
    const { worker, messages, ended, until } = start(join(temporaryFolder(), 'agentnet.db'));
    await until(1);
    const batch: ToWriter = {
      kind: 'batch',
      number: 1,
      operations: [{ kind: 'append-system', rows: ['settings-changed', 1, 1, '{"changes":{}}'] }],
    };
    worker.postMessage(batch);
    worker.postMessage({ kind: 'request', id: 5, request: { kind: 'close' } } satisfies ToWriter);
    expect(await ended).toBe(0);
    expect(messages).toMatchObject([
      { kind: 'ready' },
      { kind: 'settled', through: 1, outcomes: [{ outcome: { ok: true, value: [{ seq: 1 }] } }] },
      { kind: 'reply', id: 5, outcome: { ok: true } },
    ]);
  });

  it('commits without a word while the main thread looks, but not past an outcome that is told', async () => {
    const { worker, marks, messages, ended, until } = start(join(temporaryFolder(), 'agentnet.db'));
    await until(1);
    marks.look(true);
    const committed = async (through: number) => {
      while (marks.committedFrom(through) < through) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    const silent = (number: number): ToWriter => ({
      kind: 'batch',
      number,
      operations: [{ kind: 'release-reservation', sessionId: sessionIdOf(1), callId: 'none' }],
    });
    worker.postMessage(silent(1));
    await committed(1);
    worker.postMessage({
      kind: 'batch',
      number: 2,
      operations: [{ kind: 'take-session', lease: leaseFor(sessionIdOf(1)) }],
    } satisfies ToWriter);
    await until(2);
    worker.postMessage(silent(3));
    await committed(3);
    expect(marks.committedFrom(2)).toBe(0);
    worker.postMessage({ kind: 'request', id: 5, request: { kind: 'close' } } satisfies ToWriter);
    expect(await ended).toBe(0);
    expect(messages).toMatchObject([
      { kind: 'ready' },
      { kind: 'settled', through: 2, outcomes: [{ batch: 2, outcome: { ok: false } }] },
      { kind: 'reply', id: 5 },
    ]);
  });

  it('says why it does not open, and ends', async () => {
    const path = join(temporaryFolder(), 'agentnet.db');
    writeFileSync(path, 'no database '.repeat(200));
    const { messages, ended } = start(path);
    expect(await ended).toBe(0);
    expect(messages).toMatchObject([{ kind: 'not-opened', failure: { code: 'storage/corrupt' } }]);
  });
});
