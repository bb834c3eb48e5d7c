import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { deleteSession } from '../../../../../../core/storage/sqlite/writer/delete-session.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import { deadOwner, livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import {
  createdDraft,
  sessionIdOf,
  turnDraft,
  wholeSession,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, clock, countRows, insertSession, leaseFor, openEventDatabase } from '../event-database.ts';

const [a, b] = [sessionIdOf(1), sessionIdOf(2)];
const deletion = { sessionId: a, at: AT + 1, now: AT, version: 1 };

const open = async (otherTurns = 2) => {
  const file = await openEventDatabase();
  const head = insertSession(file, a, [
    createdDraft(),
    turnDraft(a, 1, 'Xylophone marmalade.'),
    ...wholeSession(a, 60).slice(1),
  ]);
  insertSession(file, b, wholeSession(b, otherTurns));
  const projections = openProjections(file.database, clock, {});
  while (projections.step(true));
  return { ...file, head };
};

describe('deleteSession', () => {
  // Beside few other turns the search index is emptied, beside many the texts are taken out of it.
  it.each([2, 2_100])(
    'deletes its rows from every table and its text from both files (%i turns beside it)',
    async (others) => {
      const file = await open(others);
      const outcome = deleteSession(file.database, clock, deletion);
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          data: { session_id: a, events: file.head.count, last_hash: file.head.hash },
          seal: { seq: 1 },
        },
      });
      for (const table of ['events', 'heads', 'sessions', 'turns', 'journal', 'leases', 'deletions']) {
        const left = file.database
          .prepare(`SELECT count(*) FROM ${table} WHERE session_id = ?`)
          .pluck()
          .get(a);
        expect([table, left]).toEqual([table, 0]);
      }
      expect(statSync(`${file.path}-wal`).size).toBe(0);
      expect(readFileSync(file.path).toString('latin1').toLowerCase()).not.toContain('xylophone');
      const projections = openProjections(file.database, clock, {});
      while (projections.step(true));
      expect(countRows(file, 'turn_search_docsize')).toBe(others);
      file.database.exec(`INSERT INTO turn_search (turn_search) VALUES ('integrity-check')`);
      expect(file.database.pragma('integrity_check', { simple: true })).toBe('ok');
      // What is rewritten later leaves nothing behind either.
      expect(file.database.pragma('secure_delete', { simple: true })).toBe(1);
    },
  );

  it('refuses while the owner lives, and deletes when it is dead', async () => {
    const file = await open();
    const leases = openLeases(file.database);
    leases.take(leaseFor(a, 'token', livingOwner()));
    expect(deleteSession(file.database, clock, deletion)).toMatchObject({
      ok: false,
      failure: { code: 'session/owned-elsewhere' },
    });
    expect(countRows(file, 'events')).toBe(file.head.count + 9);
    leases.releaseAll();
    leases.take(leaseFor(a, 'token', deadOwner()));
    expect(deleteSession(file.database, clock, deletion).ok).toBe(true);
    expect(countRows(file, 'owners')).toBe(0);
  });

  it('refuses what is not there', async () => {
    const file = await open();
    expect(deleteSession(file.database, clock, { ...deletion, sessionId: sessionIdOf(9) })).toMatchObject({
      ok: false,
      failure: { code: 'input/unknown-session' },
    });
    expect(countRows(file, 'deletions')).toBe(0);
  });

  it('does not wait long for a reader that still looks at the old log', async () => {
    const file = await open();
    const reader = new Database(file.path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    expect(deleteSession(file.database, clock, deletion).ok).toBe(true);
    reader.close();
    expect(countRows(file, 'events')).toBe(10);
  });
});
