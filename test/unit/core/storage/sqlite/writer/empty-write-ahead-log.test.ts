import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyWriteAheadLog } from '../../../../../../core/storage/sqlite/writer/empty-write-ahead-log.ts';
import { clock, openEventDatabase } from '../event-database.ts';

it('leaves nothing in the log, and waits no more than a moment for a reader', async () => {
  const { database, path } = await openEventDatabase();
  const length = () => statSync(`${path}-wal`).size;
  database.exec(`INSERT INTO graph_texts VALUES ('g', 1, 'x')`);
  expect(length()).toBeGreaterThan(0);
  const reader = new Database(path, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM graph_texts').get();
  database.exec(`INSERT INTO graph_texts VALUES ('g', 2, 'y')`);
  emptyWriteAheadLog(database, clock);
  expect(length()).toBeGreaterThan(0);
  reader.close();
  emptyWriteAheadLog(database, clock);
  expect(length()).toBe(0);
});
