import { readdirSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { genesisHash } from '../../../../../core/storage/event-chain.ts';
import { type Migration, migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { openDatabase } from '../../../../../core/storage/sqlite/open-database.ts';
import { sessionIdOf, wholeSession } from '../../../../conformance/event-store/sample-drafts.ts';
import { AT, clock, countRows, insertSession, openEventDatabase } from './event-database.ts';

const id = sessionIdOf(1);
const latest = migrations.length;
const addNotes: Migration = {
  to: latest + 1,
  apply: (database) => database.exec('CREATE TABLE notes (text TEXT)'),
};
const addMarks: Migration = {
  to: latest + 2,
  apply: (database) => database.exec('ALTER TABLE notes ADD COLUMN mark TEXT'),
};
const tables = (database: Database.Database) =>
  database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();

describe('migrate', () => {
  it('makes an empty file ours, without a backup or an event', async () => {
    const file = await openEventDatabase();
    expect(file.database.pragma('application_id', { simple: true })).toBe(0x41474e54);
    expect(countRows(file, 'events')).toBe(0);
    expect(readdirSync(join(file.path, '..'))).not.toContain('backups');
  });

  it('upgrades a database that holds something: copy, steps, event', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 3));
    const { database, path } = file;
    await migrate(database, [...migrations, addNotes, addMarks], { path, clock, now: AT, eventVersion: 1 });
    expect(database.pragma('user_version', { simple: true })).toBe(latest + 2);
    expect(tables(database)).toContain('notes');

    const row = database
      .prepare('SELECT seq, type, version, at, data, prev FROM events WHERE session_id = ?')
      .get('system') as Record<string, unknown>;
    const { backup, ...versions } = JSON.parse(String(row['data'])) as { backup: string };
    expect(row).toMatchObject({
      seq: 1,
      type: 'database-migrated',
      version: 1,
      at: AT,
      prev: genesisHash('system'),
    });
    expect(versions).toEqual({ from: latest, to: latest + 2 });

    if (platform() !== 'win32') expect(statSync(backup).mode & 0o777).toBe(0o600);
    const copy = new Database(backup, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(latest);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT count(*) FROM events').pluck().get()).toBe(12);
    expect(tables(copy)).not.toContain('notes');
    copy.close();
  });

  it('does nothing when there is nothing to do', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 1));
    await migrate(file.database, migrations, { path: file.path, clock, now: AT, eventVersion: 1 });
    expect(countRows(file, 'events')).toBe(6);
    expect(file.database.inTransaction).toBe(false);
  });

  it('leaves everything as it was when a step fails', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 1));
    const { database, path } = file;
    const failing: Migration = {
      to: latest + 2,
      apply: () => {
        throw new Error('this step fails');
      },
    };
    await expect(
      migrate(database, [...migrations, addNotes, failing], { path, clock, now: AT, eventVersion: 1 }),
    ).rejects.toThrow('this step fails');
    expect(database.pragma('user_version', { simple: true })).toBe(latest);
    expect(tables(database)).not.toContain('notes');
    expect(countRows(file, 'events')).toBe(6);
    expect(database.inTransaction).toBe(false);
  });

  it('is done once by several that start at the same time', async () => {
    const first = await openEventDatabase();
    insertSession(first, id, wholeSession(id, 1));
    const steps = [...migrations, addNotes];
    const opened = openDatabase(first.path, steps, clock);
    if (opened.kind !== 'opened') throw new Error(opened.failure.message);
    const context = { path: first.path, clock, now: AT, eventVersion: 1 };
    await migrate(first.database, steps, context);
    await migrate(opened.database, steps, context);
    opened.database.close();
    expect(countRows(first, 'events')).toBe(7);
  });
});
