import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../../../core/storage/migrations/0001-event-log.ts';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { latestVersion } from '../../../../../core/storage/sqlite/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, clock, countRows } from '../sqlite/event-database.ts';

describe('the layout with money', () => {
  it('is added to a database of the first layout, after a backup', async () => {
    const path = join(temporaryFolder(), 'agentnet.db');
    const database = new Database(path);
    createEventLog(database);
    database.pragma('user_version = 1');
    await migrate(database, migrations, { path, clock, now: AT, eventVersion: 1 });
    for (const table of ['reservations', 'spendings', 'costs', 'cost_marks']) {
      expect(countRows({ database, path }, table)).toBe(0);
    }
    const told = database.prepare(`SELECT data FROM events WHERE type = 'database-migrated'`).pluck().get();
    const { backup, from, to } = JSON.parse(String(told));
    expect({ from, to }).toEqual({ from: 1, to: latestVersion(migrations) });
    const before = new Database(backup, { readonly: true });
    expect(before.pragma('user_version', { simple: true })).toBe(1);
    before.close();
    database.close();
  });
});
