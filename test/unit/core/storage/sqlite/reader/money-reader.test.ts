import { describe, expect, it } from 'vitest';
import { openMoneyReader } from '../../../../../../core/storage/sqlite/reader/money-reader.ts';
import { openEventDatabase } from '../event-database.ts';

const at = (text: string) => new Date(text).getTime();

const open = async () => {
  const { database } = await openEventDatabase();
  database.exec(`INSERT INTO cost_marks VALUES ('s1', 9, 'p', 'One', 0, '[]'), ('s2', 9, 'q', '', 0, '[]')`);
  const put = database.prepare(
    `INSERT INTO costs VALUES (?, ?, ?, 'lab', ?, 'Athena', 'p', ?, 0, ?, 10, 2, 0, 0, 1, 't@1')`,
  );
  put.run('s1', 1, at('2026-11-20T23:30:00'), 'lab/a', 5, 0);
  put.run('s1', 2, at('2026-11-21T00:30:00'), 'lab/b', 7, 0);
  put.run('s2', 1, at('2026-11-21T14:00:00'), 'lab/b', null, 1);
  database.exec(`INSERT INTO spendings VALUES ('day', '2026-11-21', 12, 36, 5), ('project', 'p', 12, 36, 5)`);
  database.exec(
    `INSERT INTO reservations VALUES ('s1', '1.1', '2026-11-21', 'r', 30, 40, 1, 1, 1, NULL, 'h', 0)`,
  );
  return openMoneyReader(database);
};
const all = { from: null, to: null };

describe('what was spent', () => {
  it('is grouped by local day and hour, and by what it was spent on', async () => {
    const money = await open();
    const groups = (by: 'day' | 'hour' | 'model' | 'session') =>
      money.costs({ by, ...all }).map(({ key, microUsd, calls }) => [key, microUsd, calls]);
    expect(groups('day')).toEqual([
      ['2026-11-21', 7, 2],
      ['2026-11-20', 5, 1],
    ]);
    expect(groups('hour').map(([key]) => key)).toContain('2026-11-21T14');
    expect(groups('model')).toEqual([
      ['lab/b', 7, 2],
      ['lab/a', 5, 1],
    ]);
    expect(money.costs({ by: 'session', ...all }).map(({ label }) => label)).toEqual(['One', 's2']);
    expect(money.costs({ by: 'model', ...all })[0]).toMatchObject({ unknown_calls: 1, cached_calls: 1 });
  });

  it('is bounded in time', async () => {
    const money = await open();
    const from = at('2026-11-21T00:00:00');
    expect(money.costs({ by: 'model', from, to: null })).toHaveLength(1);
    expect(money.calls({ by: 'model', from: null, to: from })).toMatchObject([
      { key: 'lab/a', microUsd: 5, priceTable: 't@1', cached: false, usage: { input: 10, reasoning: 1 } },
    ]);
  });

  it('stands beside what is reserved', async () => {
    const money = await open();
    expect(money.reserved()).toBe(30);
    expect(money.spending('day', '2026-11-21')).toEqual({
      spent: { microUsd: 12, tokens: 36, ms: 5 },
      reserved: { microUsd: 30, tokens: 40, ms: 0 },
    });
    expect(money.spending('project', 'x').spent).toEqual({ microUsd: 0, tokens: 0, ms: 0 });
    expect(money.keys('project')).toEqual(['p', 'r']);
  });
});
