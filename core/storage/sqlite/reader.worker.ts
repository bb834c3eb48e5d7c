import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { decodeRow } from '../decode-row.ts';
import { upcasters } from '../upcasters.ts';
import { openReader } from './reader/reader.ts';
import type { FromReader, ReaderData, ToReader } from './reader/reader-messages.ts';

/** The reader thread: its connection cannot write, and what it reads never waits for a writer. */
const port = parentPort;
if (!port) throw new Error('reader.worker runs in a worker thread only');
const { path } = workerData as ReaderData;
const database = new Database(path, { readonly: true, fileMustExist: true });
const reader = openReader({ database, path, decode: (row) => decodeRow(row, upcasters), upcasters });

port.on('message', (message: ToReader | 'close') => {
  if (message === 'close') {
    database.close();
    port.close();
    return;
  }
  const reply: FromReader = { id: message.id, outcome: reader(message.request) };
  port.postMessage(reply);
});
