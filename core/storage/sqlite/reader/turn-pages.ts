import type Database from 'better-sqlite3';
import type { Decode, EventRow } from './read-events.ts';

export interface TurnPage {
  /** Data of `turn-ended`, as JSON. */
  readonly texts: readonly string[];
  /** Turns of the page, those included that cannot be read. */
  readonly looked: number;
  readonly total: number;
}

/** Finished turns of a session in order of completion; `after` is how many are passed over. */
export type TurnPages = (sessionId: string, after: number, limit: number) => TurnPage;

export const openTurnPages = (database: Database.Database, decode: Decode): TurnPages => {
  const page = database.prepare<[string, number, number], EventRow>(
    `SELECT events.seq, events.type, events.version, events.at, events.data, events.prev, events.hash
     FROM turns JOIN events ON events.session_id = turns.session_id AND events.seq = turns.seq
     WHERE turns.session_id = ? AND turns.position >= ? ORDER BY turns.position LIMIT ?`,
  );
  const count = database.prepare<[string], number>('SELECT count(*) FROM turns WHERE session_id = ?').pluck();
  return (sessionId, after, limit) => {
    const texts: string[] = [];
    let looked = 0;
    for (const row of page.iterate(sessionId, after, limit)) {
      looked += 1;
      const decoded = decode(row);
      if (decoded.kind === 'event') texts.push(decoded.text);
    }
    return { texts, looked, total: count.get(sessionId) ?? 0 };
  };
};
