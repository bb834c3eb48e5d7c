import type Database from 'better-sqlite3';

/** The full-text index over the contents of turns. */
export interface SearchIndex {
  /** Indexes some turns in one transaction. False when none is left. */
  step(): boolean;
  /** Empties the index, inside the caller's transaction. */
  drop(): void;
  /** Takes a session's texts out, inside the caller's transaction and while its turns are still there. */
  forget(sessionId: string): void;
}

/** Turns in one transaction; indexing one of a few hundred words takes about a tenth of a millisecond. */
const TURNS_AT_ONCE = 40;

/**
 * Taking a turn out without a trace costs as much as indexing so many anew, so for a long session the index
 * is emptied instead, and filled again by the next steps.
 */
const TURNS_FOR_ONE = 32;

export const openSearchIndex = (database: Database.Database): SearchIndex => {
  const mark = database.prepare<[], number>('SELECT id FROM search_mark').pluck();
  const newest = database.prepare<[], number | null>('SELECT max(id) FROM turns').pluck();
  const moveMark = database.prepare('UPDATE search_mark SET id = ?');
  const unindexed = database.prepare<[number, number], { id: number; content: string | null }>(
    'SELECT id, content FROM turn_texts WHERE id > ? ORDER BY id LIMIT ?',
  );
  const put = database.prepare('INSERT INTO turn_search (rowid, content) VALUES (?, ?)');

  const indexSome = database.transaction(() => {
    const rows = unindexed.all(mark.get() ?? 0, TURNS_AT_ONCE);
    for (const { id, content } of rows) if (content !== null) put.run(id, content);
    // To the newest turn when these were the last: ids of turns without an event are passed over.
    moveMark.run(rows.length < TURNS_AT_ONCE ? (newest.get() ?? 0) : (rows.at(-1)?.id ?? 0));
    return rows.length === TURNS_AT_ONCE;
  });

  const counts = database.prepare<[string], [number, number]>(
    `SELECT count(*), (SELECT count(*) FROM turns) FROM turns
     WHERE session_id = ? AND id <= (SELECT id FROM search_mark)`,
  );
  // The index forgets a text by being told it once more.
  const takeOut = database.prepare(
    `INSERT INTO turn_search (turn_search, rowid, content)
     SELECT 'delete', id, content FROM turn_texts
     WHERE id IN (SELECT id FROM turns WHERE session_id = ?)
       AND id <= (SELECT id FROM search_mark) AND content IS NOT NULL`,
  );
  const drop = (): void => {
    database.exec(`INSERT INTO turn_search (turn_search) VALUES ('delete-all')`);
    moveMark.run(0);
  };

  return {
    step: () => ((mark.get() ?? 0) < (newest.get() ?? 0) ? indexSome.immediate() : false),
    drop,
    forget: (sessionId) => {
      const [own = 0, all = 0] = counts.raw().get(sessionId) ?? [];
      if (own * TURNS_FOR_ONE > all) drop();
      else takeOut.run(sessionId);
    },
  };
};
