import { describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../../../../../core/storage/sqlite/writer/search-index.ts';
import {
  createdDraft,
  sessionIdOf,
  turnDraft,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { type EventDatabase, insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);
const TURNS = 95;

const open = async () => {
  const file = await openEventDatabase();
  const drafts = Array.from({ length: TURNS }, (_, index) => turnDraft(id, index, `word${index} edge`));
  insertSession(file, id, [createdDraft(), ...drafts]);
  const put = file.database.prepare('INSERT INTO turns (session_id, position, seq) VALUES (?, ?, ?)');
  file.database.transaction(() => {
    for (let position = 0; position < TURNS; position += 1) put.run(id, position, position + 2);
  })();
  return { ...file, search: openSearchIndex(file.database) };
};
const hits = ({ database }: EventDatabase, word: string) =>
  database.prepare('SELECT rowid FROM turn_search WHERE turn_search MATCH ?').pluck().all(word);

describe('openSearchIndex', () => {
  it('indexes turns in steps, each once', async () => {
    const file = await open();
    let steps = 1;
    while (file.search.step()) steps += 1;
    expect(steps).toBe(3);
    expect(hits(file, 'edge')).toHaveLength(TURNS);
    expect(hits(file, 'word94')).toEqual([95]);
    expect(file.search.step()).toBe(false);
    expect(hits(file, 'edge')).toHaveLength(TURNS);
  });

  it('goes on where it was when turns were added', async () => {
    const file = await open();
    while (file.search.step());
    file.database.prepare('INSERT INTO turns (session_id, position, seq) VALUES (?, ?, ?)').run(id, 95, 2);
    expect(file.search.step()).toBe(false);
    expect(hits(file, 'word0')).toEqual([1, 96]);
  });

  it('passes over turns whose event is not there or not readable', async () => {
    const file = await open();
    const put = file.database.prepare('INSERT INTO turns (session_id, position, seq) VALUES (?, ?, ?)');
    put.run(id, 95, 5_000);
    file.database
      .prepare(`INSERT INTO events VALUES (?, 5001, 'turn-ended', 1, 1, 'no JSON', '', '')`)
      .run(id);
    put.run(id, 96, 5_001);
    while (file.search.step());
    expect(hits(file, 'edge')).toHaveLength(TURNS);
    expect(file.search.step()).toBe(false);
  });

  it('begins anew after it was emptied', async () => {
    const file = await open();
    while (file.search.step());
    file.search.drop();
    expect(hits(file, 'edge')).toEqual([]);
    while (file.search.step());
    expect(hits(file, 'edge')).toHaveLength(TURNS);
  });

  it.each([
    ['a short session alone', 2, TURNS],
    ['a long one with all, and fills itself again', 40, 0],
  ])('forgets %s', async (_which, turns, indexedAfter) => {
    const file = await open();
    const other = sessionIdOf(2);
    const drafts = Array.from({ length: turns }, (_, index) =>
      turnDraft(other, index, `secret${index} edge`),
    );
    insertSession(file, other, [createdDraft(), ...drafts]);
    const put = file.database.prepare('INSERT INTO turns (session_id, position, seq) VALUES (?, ?, ?)');
    for (let position = 0; position < turns; position += 1) put.run(other, position, position + 2);
    while (file.search.step());
    expect(hits(file, 'edge')).toHaveLength(TURNS + turns);

    file.search.forget(other);
    expect(hits(file, 'edge')).toHaveLength(indexedAfter);
    expect(hits(file, 'secret1')).toEqual([]);
    file.database.prepare('DELETE FROM turns WHERE session_id = ?').run(other);
    while (file.search.step());
    expect(hits(file, 'edge')).toHaveLength(TURNS);
    expect(hits(file, 'secret1')).toEqual([]);
  });
});
