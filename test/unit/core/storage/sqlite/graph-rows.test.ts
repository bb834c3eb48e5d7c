import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { graphRowsOf, graphsAreFolded, refoldGraphs } from '../../../../../core/storage/sqlite/graph-rows.ts';
import { appendSystemRows } from '../../../../../core/storage/sqlite/writer/system-stream.ts';
import { AT, countRows, openEventDatabase } from './event-database.ts';

const saved = (id: string, version: number) => [
  'graph-saved',
  1,
  AT + version,
  JSON.stringify({ errors: 0, id, name: `${id}${version}`, nodes: 3, note: '', text: 'x', version }),
];
const deleted = (id: string) => ['graph-deleted', 1, AT, JSON.stringify({ id, versions: 1 })];

const fill = (database: Database.Database) =>
  appendSystemRows(database, [
    ...saved('b', 1),
    ...saved('a', 1),
    ...deleted('b'),
    ...saved('a', 2),
    ...['settings-changed', 1, AT, '{"changes":{}}'],
    ...saved('b', 1),
    ...['graph-saved', 1, AT, 'no data'],
  ]);

describe('rows of saved graphs', () => {
  it('follow from the events alone; a deleted graph begins anew', async () => {
    const { database } = await openEventDatabase();
    fill(database);
    expect(graphRowsOf(database).map(({ id, version, seq }) => [id, version, seq])).toEqual([
      ['a', 1, 2],
      ['a', 2, 4],
      ['b', 1, 6],
    ]);
  });

  it('are filled again, and a row too many is found', async () => {
    const opened = await openEventDatabase();
    const { database } = opened;
    fill(database);
    expect(graphsAreFolded(database)).toBe(false);
    refoldGraphs(database);
    expect(graphsAreFolded(database)).toBe(true);
    expect(countRows(opened, 'graph_versions')).toBe(3);
    database.exec(`INSERT INTO graph_versions VALUES ('c', 1, 9, 'c', '', 1, 0, 0)`);
    expect(graphsAreFolded(database)).toBe(false);
  });
});
