import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { canonicalJson, type RunEvent } from '../core/contract/index.ts';
import { realEffects } from '../core/effects/index.ts';
import { openSqliteEventStore } from '../core/storage/index.ts';

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

/**
 * The bare loop: better-sqlite3 on the tables, indexes, guards and settings of the log, prepared statements, one
 * transaction a group. Nothing is sealed, folded, posted or waited for: the rows are finished before.
 */
export const withBare = async <T>(
  work: (write: (rows: readonly Row[]) => void) => T | Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-bare-'));
  const store = await openSqliteEventStore({ folder, effects: realEffects });
  await store.close();
  const database = new Database(join(folder, 'agentnet.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('recursive_triggers = ON');
  database.pragma('secure_delete = ON');
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const head = database.prepare(
    `INSERT INTO heads VALUES (?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET count = excluded.count, hash = excluded.hash`,
  );
  const hold = database.prepare('INSERT INTO leases VALUES (?, ?, ?)');
  const giveBack = database.prepare('DELETE FROM leases WHERE session_id = ?');
  const write = database.transaction((rows: readonly Row[]) => {
    const last = new Map<unknown, Row>();
    for (const row of rows) {
      const [sessionId, seq, type, , , , , hash] = row;
      if (seq === 1) hold.run(sessionId, hash, folder);
      insert.run(...row);
      last.set(sessionId, row);
      if (type === 'session-ended') giveBack.run(sessionId);
    }
    for (const [sessionId, row] of last) head.run(sessionId, row[1], row[7]);
  }).immediate;
  try {
    return await work(write);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
