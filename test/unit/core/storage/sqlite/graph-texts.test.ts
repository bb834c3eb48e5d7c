import { describe, expect, it } from 'vitest';
import { refoldGraphs } from '../../../../../core/storage/sqlite/graph-rows.ts';
import {
  changedGraphText,
  graphTextHash,
  openGraphText,
} from '../../../../../core/storage/sqlite/graph-texts.ts';
import { appendSystemRows } from '../../../../../core/storage/sqlite/writer/system-stream.ts';
import { AT, openEventDatabase } from './event-database.ts';

const saved = (version: number, own: object) => [
  'graph-saved',
  1,
  AT,
  JSON.stringify({ errors: 0, id: 'g', name: 'G', nodes: 1, note: '', version, ...own }),
];

const filled = async () => {
  const { database } = await openEventDatabase();
  appendSystemRows(database, [
    ...saved(1, { text: 'in its event' }),
    ...saved(2, { text_hash: graphTextHash('beside it') }),
  ]);
  refoldGraphs(database);
  database.exec(`INSERT INTO graph_texts VALUES ('g', 2, 'beside it')`);
  return database;
};

describe('texts of saved graphs', () => {
  it('are found in their events and beside them', async () => {
    const text = openGraphText(await filled());
    expect([text('g', 1, 1), text('g', 2, 2), text('g', 3, 9)]).toEqual([
      'in its event',
      'beside it',
      undefined,
    ]);
  });

  it('are those that their events name, else the first that is not is named', async () => {
    const database = await filled();
    expect(changedGraphText(database)).toBeNull();
    database.exec(`UPDATE graph_texts SET text = 'changed'`);
    expect(changedGraphText(database)).toBe('g, version 2');
    database.exec('DELETE FROM graph_texts');
    expect(changedGraphText(database)).toBe('g, version 2');
    database.exec('DELETE FROM graph_versions');
    expect(changedGraphText(database)).toBeNull();
  });

  it('have the hash that they have in the file, also with half of a character in them', () => {
    expect(graphTextHash('a\ud800')).toBe(graphTextHash('a\ufffd'));
    expect(graphTextHash('')).toMatch(/^[0-9a-f]{64}$/);
  });
});
