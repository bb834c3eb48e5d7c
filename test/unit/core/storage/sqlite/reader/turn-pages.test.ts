import { describe, expect, it } from 'vitest';
import { decodeRow } from '../../../../../../core/storage/decode-row.ts';
import { openTurnPages } from '../../../../../../core/storage/sqlite/reader/turn-pages.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import { sessionIdOf, taskIdOf, wholeSession } from '../../../../../conformance/event-store/sample-drafts.ts';
import { clock, insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);

describe('openTurnPages', () => {
  it('gives turns as JSON, in order, and how many there are', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, wholeSession(id, 6));
    const projections = openProjections(file.database, clock, {});
    while (projections.step(false));
    const unreadable = 8;
    const pages = openTurnPages(file.database, (row) =>
      row.seq === unreadable ? { kind: 'unreadable', message: 'm' } : decodeRow(row, {}),
    );
    const tasks = (after: number, limit: number) => {
      const { texts, ...rest } = pages(id, after, limit);
      return { tasks: texts.map((text) => JSON.parse(text).task_id), ...rest };
    };
    expect(tasks(3, 2)).toEqual({ tasks: [taskIdOf(3), taskIdOf(4)], looked: 2, total: 6 });
    expect(tasks(0, 3)).toEqual({ tasks: [taskIdOf(0), taskIdOf(2)], looked: 3, total: 6 });
    expect(tasks(6, 2)).toEqual({ tasks: [], looked: 0, total: 6 });
    expect(pages(sessionIdOf(2), 0, 5)).toEqual({ texts: [], looked: 0, total: 0 });
  });
});
