import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FromReader, ToReader } from '../../../../../core/storage/sqlite/reader/reader-messages.ts';
import { workerUrl } from '../../../../../core/storage/sqlite/writer-client.ts';
import { sessionIdOf, wholeSession } from '../../../../conformance/event-store/sample-drafts.ts';
import { insertSession, openEventDatabase } from './event-database.ts';

const id = sessionIdOf(1);
/** Tells when the library of the schemas is first asked for. */
const TELLS_SCHEMAS = `
import { registerHooks } from 'node:module';
import { parentPort } from 'node:worker_threads';
let told = false;
registerHooks({ resolve: (name, context, next) => {
  if (name === 'zod' && !told) parentPort.postMessage('schemas');
  told ||= name === 'zod';
  return next(name, context);
} });`;

describe('the reader thread', () => {
  it('answers by id, decodes events, and ends when it is told to', async () => {
    const file = await openEventDatabase();
    const head = insertSession(file, id, wholeSession(id, 1));
    const worker = new Worker(workerUrl('reader.worker'), { workerData: { path: file.path } });
    onTestFinished(async () => {
      await worker.terminate();
    });
    const replies: FromReader[] = [];
    const ended = new Promise<number>((resolve) => worker.on('exit', resolve));
    const both = new Promise<void>((resolve) => {
      worker.on('message', (reply: FromReader) => {
        replies.push(reply);
        if (replies.length === 2) resolve();
      });
    });
    const messages: readonly ToReader[] = [
      { id: 7, request: { kind: 'read', stream: id, after: 5, limit: 10, without: [] } },
      { id: 8, request: { kind: 'head', stream: id } },
    ];
    for (const message of messages) worker.postMessage(message);
    await both;
    const byId = new Map(replies.map((reply) => [reply.id, reply.outcome]));
    expect(byId.get(8)).toEqual({ ok: true, value: head });
    expect(byId.get(7)).toMatchObject({ ok: true, value: { through: 6, end: true } });
    worker.postMessage('close');
    expect(await ended).toBe(0);
  });

  it('loads no schemas before it is asked for events', async () => {
    const { path } = await openEventDatabase();
    const worker = new Worker(workerUrl('reader.worker'), {
      workerData: { path },
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(TELLS_SCHEMAS)}`],
    });
    const told: unknown[] = [];
    const ended = new Promise((resolve) => worker.on('exit', resolve));
    worker.on('message', (message) => {
      told.push(message);
      if (told.length === 3) worker.postMessage('close');
    });
    worker.postMessage({ id: 1, request: { kind: 'statistics' } } satisfies ToReader);
    worker.postMessage({ id: 2, request: { kind: 'verify', stream: id, progress: null } } satisfies ToReader);
    await ended;
    expect(told).toMatchObject([{ id: 1 }, 'schemas', { id: 2, outcome: { ok: true } }]);
  });

  it('cannot write', async () => {
    const { database, path } = await openEventDatabase();
    const worker = new Worker(workerUrl('reader.worker'), { workerData: { path: `${path}.missing` } });
    const error = await new Promise<Error>((resolve) => worker.on('error', resolve));
    // It opens what is there and makes nothing.
    expect(error.message).toMatch(/unable to open/);
    expect(database.open).toBe(true);
  });
});
