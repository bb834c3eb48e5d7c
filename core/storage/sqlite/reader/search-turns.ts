import type Database from 'better-sqlite3';
import type { TurnHit } from '../../../contract/index.ts';

/** Words around a hit. */
const SNIPPET_WORDS = 16;
const MOST_WORDS = 32;

export type SearchTurns = (query: string, limit: number) => readonly TurnHit[];

/** Turns that hold every word of the query, each as the beginning of a word; best first. */
export const openSearchTurns = (database: Database.Database): SearchTurns => {
  const search = database.prepare<[string, number], TurnHit>(
    `SELECT turns.session_id AS session_id,
       coalesce(sessions.state ->> '$.name', '') AS session_name,
       events.data ->> '$.task_id' AS task_id,
       turns.seq AS seq,
       events.data ->> '$.round' AS round,
       events.data ->> '$.node' AS node,
       events.data ->> '$.agent' AS agent,
       snippet(turn_search, 0, char(2), char(3), '…', ${SNIPPET_WORDS}) AS snippet
     FROM turn_search
       JOIN turns ON turns.id = turn_search.rowid
       JOIN events ON events.session_id = turns.session_id AND events.seq = turns.seq
       LEFT JOIN sessions ON sessions.session_id = turns.session_id
     WHERE turn_search MATCH ? ORDER BY turn_search.rank LIMIT ?`,
  );
  return (query, limit) => {
    const expression = matchExpression(query);
    return expression === '' ? [] : search.all(expression, limit);
  };
};

/**
 * What a user typed as an FTS5 expression that is always valid: letters and digits only, each word quoted and
 * taken as a prefix. Empty where nothing can be searched for.
 */
export const matchExpression = (query: string): string =>
  (query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .slice(0, MOST_WORDS)
    .map((word) => `"${word}"*`)
    .join(' ');
