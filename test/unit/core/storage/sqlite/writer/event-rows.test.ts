import { describe, expect, it } from 'vitest';
import { openEventRows } from '../../../../../../core/storage/sqlite/writer/event-rows.ts';
import { countRows, openEventDatabase } from '../event-database.ts';

describe('openEventRows', () => {
  it.each([0, 1, 7, 8, 9, 16, 21])('inserts %i rows in their order', async (number) => {
    const file = await openEventDatabase();
    const rows = openEventRows(file.database);
    for (let seq = 1; seq <= number; seq += 1)
      rows.add('s', seq, 't', 2, 3, `{"a":${seq}}`, `p${seq}`, `h${seq}`);
    rows.flush();
    rows.flush();
    expect(file.database.prepare('SELECT * FROM events ORDER BY rowid').all()).toEqual(
      Array.from({ length: number }, (_, index) => ({
        session_id: 's',
        seq: index + 1,
        type: 't',
        version: 2,
        at: 3,
        data: `{"a":${index + 1}}`,
        prev: `p${index + 1}`,
        hash: `h${index + 1}`,
      })),
    );
  });

  it('forgets what was not flushed', async () => {
    const file = await openEventDatabase();
    const rows = openEventRows(file.database);
    rows.add('s', 1, 't', 1, 1, '{}', '', '');
    rows.reset();
    rows.flush();
    expect(countRows(file, 'events')).toBe(0);
  });
});
