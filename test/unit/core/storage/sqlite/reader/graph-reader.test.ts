import { describe, expect, it } from 'vitest';
import { refoldGraphs } from '../../../../../../core/storage/sqlite/graph-rows.ts';
import { openGraphReader } from '../../../../../../core/storage/sqlite/reader/graph-reader.ts';
import { appendSystemRows } from '../../../../../../core/storage/sqlite/writer/system-stream.ts';
import { AT, openEventDatabase } from '../event-database.ts';

describe('openGraphReader', () => {
  it('gives the text of the event; a damaged row opens empty, and its neighbours whole', async () => {
    const { database } = await openEventDatabase();
    const data = (version: number) =>
      JSON.stringify({ errors: 0, id: 'g', name: 'G', nodes: 1, note: '', text: `v${version}`, version });
    appendSystemRows(database, ['graph-saved', 1, AT, data(1), 'graph-saved', 1, AT, data(2)]);
    refoldGraphs(database);
    database.exec('DROP TRIGGER events_are_not_changed');
    database.exec(`UPDATE events SET data = 'not json' WHERE seq = 1`);
    const ask = openGraphReader(database);
    expect(ask({ kind: 'version', id: 'g', version: null })).toMatchObject({ version: 2, text: 'v2' });
    expect(ask({ kind: 'version', id: 'g', version: 1 })).toMatchObject({ version: 1, text: '' });
    expect(ask({ kind: 'version', id: 'x', version: null })).toBeUndefined();
  });
});
