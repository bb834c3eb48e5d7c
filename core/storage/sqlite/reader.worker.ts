import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { DecodedRow } from '../decode-row.ts';
import { upcasters } from '../upcasters.ts';
import { openReader } from './reader/reader.ts';
import type { FromReader, ReaderData, ReaderRequest, ToReader } from './reader/reader-messages.ts';

/** The reader thread: its connection cannot write, and what it reads never waits for a writer. */
const port = parentPort;
if (!port) throw new Error('reader.worker runs in a worker thread only');
const { path } = workerData as ReaderData;
const database = new Database(path, { readonly: true, fileMustExist: true });

/** The schemas take longer to load than all else of this thread, so they come with the first events. */
let decoder: typeof import('../decode-row.ts') | undefined;
const needsDecoder = (request: ReaderRequest): boolean =>
  request.kind === 'read' ||
  request.kind === 'quarantined' ||
  request.kind === 'turns' ||
  request.kind === 'verify';
const decode = (row: { type: string; version: number; data: string }): DecodedRow =>
  decoder?.decodeRow(row, upcasters) ?? { kind: 'unreadable', message: 'the schemas are not loaded' };

const reader = openReader({ database, path, decode, upcasters });

port.on('message', async (message: ToReader | 'close') => {
  if (message === 'close') {
    database.close();
    port.close();
    return;
  }
  if (needsDecoder(message.request)) decoder ??= await import('../decode-row.ts');
  const reply: FromReader = { id: message.id, outcome: reader(message.request) };
  port.postMessage(reply);
});
