import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../../../core/storage/migrations/0001-event-log.ts';
import { createMoney } from '../../../../../core/storage/migrations/0002-money.ts';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, clock, countRows } from '../sqlite/event-database.ts';

describe('the layout with task graphs', () => {
  it('is added to a database with money; what was stored has no graph and no parent', async () => {
    const path = join(temporaryFolder(), 'agentnet.db');
    const database = new Database(path);
    createEventLog(database);
    createMoney(database);
    database.exec(`INSERT INTO sessions VALUES ('s', 1, 1, 'debate', 'ended', NULL, '', '{}')`);
    database.pragma('user_version = 2');
    await migrate(database, migrations.slice(0, 3), { path, clock, now: AT, eventVersion: 1 });
    for (const table of ['graph_versions', 'graph_drafts'])
      expect(countRows({ database, path }, table)).toBe(0);
    expect(database.prepare('SELECT parent, graph FROM sessions').all()).toEqual([
      { parent: null, graph: null },
    ]);
    database.close();
  });
});
