import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { canonicalJson, type RunEvent } from '../core/contract/index.ts';

export type Row = readonly (string | number)[];

export const rowOf = ({ session_id, seq, type, version, at, data, prev, hash }: RunEvent): Row => [
  session_id,
  seq,
  type,
  version,
  at,
  canonicalJson(data),
  prev,
  hash,
];

/** The bare loop: the tables of the log, prepared statements, one transaction a group. */
export const withBare = async (
  work: (write: (rows: readonly Row[]) => void) => Promise<number>,
): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-bare-'));
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE events (session_id TEXT, seq INTEGER, type TEXT, version INTEGER, at INTEGER, data TEXT, prev TEXT, hash TEXT);
    CREATE UNIQUE INDEX events_by_stream ON events (session_id, seq);
    CREATE TABLE heads (session_id TEXT PRIMARY KEY, count INTEGER, hash TEXT) WITHOUT ROWID;
  `);
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const head = database.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?, ?)');
  const write = database.transaction((rows: readonly Row[]) => {
    for (const row of rows) insert.run(...row);
    const last = rows.at(-1);
    if (last) head.run(last[0], last[1], last[7]);
  }).immediate;
  try {
    return await work(write);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
