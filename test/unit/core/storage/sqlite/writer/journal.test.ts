import { describe, expect, it } from 'vitest';
import type { PartialText } from '../../../../../../core/storage/event-store.ts';
import { openJournal } from '../../../../../../core/storage/sqlite/writer/journal.ts';
import { taskIdOf } from '../../../../../conformance/event-store/sample-drafts.ts';
import { openEventDatabase } from '../event-database.ts';

const partial = (number: number, text: string): PartialText => ({
  taskId: taskIdOf(number),
  callId: `${number}.1`,
  round: 1,
  speakerIndex: number,
  agent: 'Athena',
  kind: 'rebuttal',
  text,
  at: number,
});

describe('openJournal', () => {
  it('keeps the newest text of a turn, by session, and forgets it', async () => {
    const { database } = await openEventDatabase();
    const journal = openJournal(database);
    const texts = () =>
      database.prepare('SELECT session_id, text FROM journal ORDER BY session_id, task_id').raw().all();
    journal.keep('a', [partial(1, 'x'), partial(2, 'y')]);
    journal.keep('b', [partial(1, 'z')]);
    journal.keep('a', [partial(1, 'x and more')]);
    expect(texts()).toEqual([
      ['a', 'x and more'],
      ['a', 'y'],
      ['b', 'z'],
    ]);
    journal.clear('a', [taskIdOf(1), taskIdOf(9)]);
    expect(texts()).toEqual([
      ['a', 'y'],
      ['b', 'z'],
    ]);
  });
});
