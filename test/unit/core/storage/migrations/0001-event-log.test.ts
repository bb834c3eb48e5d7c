import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sessionIdOf, wholeSession } from '../../../../conformance/event-store/sample-drafts.ts';
import { countRows, insertSession, openEventDatabase } from '../sqlite/event-database.ts';

const id = sessionIdOf(1);

describe('the first layout', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['an update', `UPDATE events SET data = '{}' WHERE seq = 2`],
    ['an update of nothing else than the time', 'UPDATE events SET at = at WHERE seq = 1'],
    ['a delete', 'DELETE FROM events WHERE seq = 2'],
    ['a delete of everything', 'DELETE FROM events'],
    ['a replacing insert', `INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 2`],
    [
      'a replacing insert that chooses the row',
      `INSERT OR REPLACE INTO events (rowid, session_id, seq, type, version, at, data, prev, hash)
       VALUES (2, 'another', 1, 't', 1, 1, '{}', '', '')`,
    ],
    ['a replacing update', 'UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2'],
    [
      'an upsert',
      `INSERT INTO events SELECT * FROM events WHERE seq = 2
       ON CONFLICT (session_id, seq) DO UPDATE SET data = '{}'`,
    ],
    ['an insert before the head', `INSERT INTO events VALUES ('${id}', 0, 't', 1, 1, '{}', '', '')`],
  ];

  it.each(refused)('refuses %s, in any program', async (_name, sql) => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 1));
    // A connection with none of our settings.
    const foreign = new Database(file.path);
    const before = foreign.prepare('SELECT rowid, * FROM events ORDER BY rowid').all();
    expect(() => foreign.exec(sql)).toThrow(/append-only/);
    expect(foreign.prepare('SELECT rowid, * FROM events ORDER BY rowid').all()).toEqual(before);
    foreign.close();
  });

  it('lets a deletion through, of its session only', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 1));
    insertSession(file, sessionIdOf(2), wholeSession(sessionIdOf(2), 1));
    const { database } = file;
    database.exec(`INSERT INTO deletions VALUES ('${id}')`);
    expect(() => database.exec('DELETE FROM events')).toThrow(/append-only/);
    database.prepare('DELETE FROM events WHERE session_id = ?').run(id);
    expect(countRows(file, 'events')).toBe(6);
  });

  it('stores data as text, in a table with a rowid', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 1));
    const row = file.database
      .prepare('SELECT rowid AS id, typeof(data) AS type FROM events WHERE seq = 1')
      .get();
    expect(row).toEqual({ id: 1, type: 'text' });
    const columns = file.database.prepare(`SELECT name FROM pragma_table_info('events')`).pluck().all();
    expect(columns).toEqual(['session_id', 'seq', 'type', 'version', 'at', 'data', 'prev', 'hash']);
  });
});
