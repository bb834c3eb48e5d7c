import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, clock, countRows } from '../sqlite/event-database.ts';

describe('the layout with settlements', () => {
  it('keeps what was spent before, and folds the costs anew', async () => {
    const path = join(temporaryFolder(), 'agentnet.db');
    const database = new Database(path);
    const options = { path, clock, now: AT, eventVersion: 1 };
    await migrate(database, migrations.slice(0, 3), options);
    database.exec(`
      INSERT INTO spendings VALUES ('day', '2026-11-20', 70, 9), ('project', 'edge', 70, 9);
      INSERT INTO cost_marks VALUES ('s', 4, 'edge', 'name', 0);
      INSERT INTO reservations VALUES ('s', '1.1', '2026-11-20', 'edge', 5, 6, 7, 8, 9, NULL, 'here')`);
    await migrate(database, migrations.slice(0, 4), options);
    const file = { database, path };
    expect(countRows(file, 'cost_marks')).toBe(0);
    expect(countRows(file, 'settlements')).toBe(0);
    expect(countRows(file, 'former_spendings')).toBe(2);
    expect(database.prepare('SELECT micro_usd, ms FROM spendings').all()).toEqual([
      { micro_usd: 70, ms: 0 },
      { micro_usd: 70, ms: 0 },
    ]);
    expect(database.prepare('SELECT micro_usd, tokens, ms, at FROM reservations').get()).toEqual({
      ...{ micro_usd: 5, tokens: 6, ms: 0, at: 7 },
    });
    database.close();
  });
});
