import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import {
  endedDraft,
  sessionIdOf,
  wholeSession,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import {
  appendOf,
  clock,
  countRows,
  type EventDatabase,
  insertSession,
  openEventDatabase,
} from '../event-database.ts';

const [a, b] = [sessionIdOf(1), sessionIdOf(2)];
const open = async () => {
  const file = await openEventDatabase();
  const projections = openProjections(file.database, clock, {});
  return { ...file, projections };
};
const settle = ({ projections }: Awaited<ReturnType<typeof open>>, fullText = false) => {
  let steps = 0;
  while (projections.step(fullText)) steps += 1;
  return steps;
};
const folded = ({ database }: EventDatabase) =>
  database.prepare('SELECT session_id, folded, status FROM sessions ORDER BY session_id').raw().all();

describe('openProjections', () => {
  it('folds what is stored when it starts, and nothing of "system"', async () => {
    const file = await open();
    insertSession(file, a, wholeSession(a, 50));
    insertSession(file, b, wholeSession(b, 3).slice(0, -1));
    file.database.prepare(`INSERT INTO heads VALUES ('system', 1, 'h')`).run();
    settle(file);
    expect(folded(file)).toEqual([
      [a, 153, 'ended'],
      [b, 11, 'running'],
    ]);
    expect(countRows(file, 'turns')).toBe(53);
    expect(countRows(file, 'turn_search_docsize')).toBe(0);
    settle(file, true);
    expect(countRows(file, 'turn_search_docsize')).toBe(53);
  });

  it('folds only what is new of a session that was touched', async () => {
    const file = await open();
    const drafts = wholeSession(a, 3);
    const head = insertSession(file, a, drafts.slice(0, -1));
    settle(file);
    const { operation } = appendOf(a, [endedDraft(a)], head);
    const [type, version, at, data, hash] = operation.rows;
    file.database
      .prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(a, head.count + 1, type, version, at, data, head.hash, hash);
    file.database.prepare('UPDATE heads SET count = count + 1, hash = ?').run(hash);
    expect(settle(file)).toBe(0);
    expect(folded(file)).toEqual([[a, 11, 'running']]);
    file.projections.touch(a);
    settle(file);
    expect(folded(file)).toEqual([[a, 12, 'ended']]);
    expect(countRows(file, 'turns')).toBe(3);
  });

  it('finds by itself what another process wrote, when it is told that one did', async () => {
    const file = await open();
    settle(file);
    const other = new Database(file.path);
    insertSession({ ...file, database: other }, a, wholeSession(a, 2));
    other.close();
    settle(file);
    expect(folded(file)).toEqual([]);
    file.projections.touchAll();
    settle(file);
    expect(folded(file)).toEqual([[a, 9, 'ended']]);
  });

  it('comes to the same after it was dropped', async () => {
    const file = await open();
    insertSession(file, a, wholeSession(a, 40));
    insertSession(file, b, wholeSession(b, 2));
    settle(file, true);
    const look = () => [
      file.database.prepare('SELECT * FROM sessions ORDER BY session_id').all(),
      file.database
        .prepare('SELECT session_id, position, seq FROM turns ORDER BY session_id, position')
        .all(),
    ];
    const before = look();
    file.projections.drop();
    expect(countRows(file, 'sessions') + countRows(file, 'turns')).toBe(0);
    settle(file, true);
    expect(look()).toEqual(before);
  });

  it('works in short steps', async () => {
    const file = await open();
    insertSession(file, a, wholeSession(a, 3_000));
    expect(settle(file)).toBeGreaterThan(1);
    expect(folded(file)).toEqual([[a, 9_003, 'ended']]);
    expect(countRows(file, 'turns')).toBe(3_000);
  });
});
