import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { realEffects } from '../../../core/effects/index.ts';
import { DATABASE_FILE, eventHash, openSqliteEventStore } from '../../../core/storage/index.ts';
import type { StoreAdapter, Tamper } from './adapter.ts';

export const sqliteAdapter: StoreAdapter = {
  name: 'SQLite',
  create: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'agentnet-store-'));
    return {
      open: (effects = realEffects) => openSqliteEventStore({ folder, effects }),
      tamper: async (sessionId, change) => tamper(join(folder, DATABASE_FILE), sessionId, change),
      everything: async () =>
        readdirSync(folder)
          .map((file) => readFileSync(join(folder, file), 'latin1'))
          .join('\n'),
      dispose: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** Like somebody with a database tool who is in the way of no guard. */
const tamper = (path: string, sessionId: string, change: Tamper): void => {
  const database = new Database(path);
  try {
    const triggers = database
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'`)
      .all() as { name: string; sql: string }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    apply(database, sessionId, change);
    for (const { sql } of triggers) database.exec(sql);
  } finally {
    database.close();
  }
};

const apply = (database: Database.Database, sessionId: string, change: Tamper): void => {
  const run = (sql: string, ...values: readonly unknown[]) => database.prepare(sql).run(...values);
  switch (change.kind) {
    case 'change-data':
      run(
        'UPDATE events SET data = replace(data, ?, ?) WHERE session_id = ? AND seq = ?',
        change.from,
        change.to,
        sessionId,
        change.seq,
      );
      return;
    case 'change-time':
      run('UPDATE events SET at = at + 1 WHERE session_id = ? AND seq = ?', sessionId, change.seq);
      return;
    case 'change-type':
      run('UPDATE events SET type = ? WHERE session_id = ? AND seq = ?', change.to, sessionId, change.seq);
      return;
    case 'change-hash':
      run(
        `UPDATE events SET hash = substr(hash, 2) || '0' WHERE session_id = ? AND seq = ?`,
        sessionId,
        change.seq,
      );
      return;
    case 'drop':
      run('DELETE FROM events WHERE session_id = ? AND seq = ?', sessionId, change.seq);
      return;
    case 'swap': {
      const move = 'UPDATE events SET seq = ? WHERE session_id = ? AND seq = ?';
      run(move, -1, sessionId, change.seq);
      run(move, change.seq, sessionId, change.other);
      run(move, change.other, sessionId, -1);
      return;
    }
    case 'duplicate':
      database.exec('DROP INDEX events_by_stream');
      run('INSERT INTO events SELECT * FROM events WHERE session_id = ? AND seq = ?', sessionId, change.seq);
      return;
    case 'move-to':
      run(
        'UPDATE events SET session_id = ?, seq = ? WHERE session_id = ? AND seq = ?',
        change.sessionId,
        change.as,
        sessionId,
        change.seq,
      );
      return;
    case 'cut-tail':
      run(
        'DELETE FROM events WHERE session_id = ? AND seq > (SELECT count FROM heads WHERE session_id = ?) - ?',
        sessionId,
        sessionId,
        change.rows,
      );
      return;
    case 'cut-tail-and-count':
      run(
        'DELETE FROM events WHERE session_id = ? AND seq > (SELECT count FROM heads WHERE session_id = ?) - ?',
        sessionId,
        sessionId,
        change.rows,
      );
      run('UPDATE heads SET count = count - ? WHERE session_id = ?', change.rows, sessionId);
      return;
    case 'drop-head':
      run('DELETE FROM heads WHERE session_id = ?', sessionId);
      return;
    case 'rewrite':
      rewrite(database, sessionId, change.seq, change.data);
      return;
    case 'change-projection':
      run(`UPDATE sessions SET state = replace(state, 'edge', 'EDGE') WHERE session_id = ?`, sessionId);
      return;
    default:
      return change satisfies never;
  }
};

const rewrite = (database: Database.Database, sessionId: string, seq: number, data: string): void => {
  const rows = database
    .prepare(
      'SELECT seq, type, version, at, data, prev FROM events WHERE session_id = ? AND seq >= ? ORDER BY seq',
    )
    .all(sessionId, seq) as {
    seq: number;
    type: string;
    version: number;
    at: number;
    data: string;
    prev: string;
  }[];
  let prev = rows[0]?.prev ?? '';
  for (const row of rows) {
    const text = row.seq === seq ? data : row.data;
    const hash = eventHash(prev, row.type, row.version, row.at, text);
    database
      .prepare('UPDATE events SET data = ?, prev = ?, hash = ? WHERE session_id = ? AND seq = ?')
      .run(text, prev, hash, sessionId, row.seq);
    prev = hash;
  }
  database.prepare('UPDATE heads SET hash = ? WHERE session_id = ?').run(prev, sessionId);
};
