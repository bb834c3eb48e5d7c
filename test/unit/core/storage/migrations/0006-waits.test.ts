import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { openProjections } from '../../../../../core/storage/sqlite/writer/projections.ts';
import { sessionIdOf, wholeSession } from '../../../../conformance/event-store/sample-drafts.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, clock, countRows, insertSession } from '../sqlite/event-database.ts';

it('empties what is folded, which comes back from the events', async () => {
  const path = join(temporaryFolder(), 'agentnet.db');
  const database = new Database(path);
  const file = { database, path };
  const options = { path, clock, now: AT, eventVersion: 1 };
  const counts = () => ['sessions', 'turns', 'turn_search_docsize'].map((table) => countRows(file, table));
  const fold = () => {
    const projections = openProjections(database, clock, {});
    while (projections.step(true));
  };
  await migrate(database, migrations.slice(0, 5), options);
  insertSession(file, sessionIdOf(1), wholeSession(sessionIdOf(1), 7));
  fold();
  const before = counts();
  expect(before[1]).toBeGreaterThan(0);
  await migrate(database, migrations.slice(0, 6), options);
  expect(counts()).toEqual([0, 0, 0]);
  fold();
  expect(counts()).toEqual(before);
  database.close();
});
