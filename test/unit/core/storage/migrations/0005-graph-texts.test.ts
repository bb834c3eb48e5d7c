import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { openGraphText } from '../../../../../core/storage/sqlite/graph-texts.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { changeGraphs } from '../../../../../core/storage/sqlite/writer/change-graphs.ts';
import { appendSystemRows } from '../../../../../core/storage/sqlite/writer/system-stream.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { AT, clock, countRows } from '../sqlite/event-database.ts';

it('leaves the texts of older versions where they are, and they are read and deleted as far as they can be', async () => {
  const path = join(temporaryFolder(), 'agentnet.db');
  const database = new Database(path);
  const options = { path, clock, now: AT, eventVersion: 1 };
  await migrate(database, migrations.slice(0, 4), options);
  const data = { errors: 0, id: 'g', name: 'G', nodes: 1, note: '', text: 'old', version: 1 };
  appendSystemRows(database, ['graph-saved', 1, AT, JSON.stringify(data)]);
  database.exec(`INSERT INTO graph_versions VALUES ('g', 1, 1, 'G', '', 1, 0, ${AT})`);
  await migrate(database, migrations.slice(0, 5), options);
  expect(countRows({ database, path }, 'graph_texts')).toBe(0);
  expect(openGraphText(database)('g', 1, 1)).toBe('old');
  const deletion = changeGraphs(database, clock, { kind: 'delete', id: 'g', at: AT, eventVersion: 1 });
  expect(deletion).toMatchObject({ ok: true, value: { deleted: true, versions: 1 } });
  expect(countRows({ database, path }, 'graph_versions')).toBe(0);
  database.close();
});
