import type Database from 'better-sqlite3';
import { COST_EVENTS, type CostFold, foldCosts, NO_COSTS } from '../../fold-costs.ts';
import { readCostEvent } from '../../read-cost-event.ts';
import type { Upcasters } from '../../upcasters.ts';

/** The table of costs, folded from the events of all streams. */
export interface CostRows {
  /** Streams with events that are not folded yet. */
  behind(): readonly string[];
  /** Goes on with a stream inside the caller's transaction. False when it has events left. */
  fold(sessionId: string): boolean;
  /** Empties the table, inside the caller's transaction. */
  drop(): void;
}

/** Events that are looked at in one go. */
const EVENTS_AT_ONCE = 2_000;

interface Mark {
  readonly folded: number;
  readonly project: string;
  readonly name: string;
  readonly copied: number;
  /** JSON. */
  readonly not_own: string;
}

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly data: string;
}

export const openCostRows = (database: Database.Database, steps: Upcasters): CostRows => {
  const behind = database
    .prepare<[], string>(
      `SELECT session_id FROM heads LEFT JOIN cost_marks USING (session_id)
       WHERE cost_marks.folded IS NOT heads.count`,
    )
    .pluck();
  const marks = database.prepare<[string], Mark>('SELECT * FROM cost_marks WHERE session_id = ?');
  const count = database.prepare<[string], number>('SELECT count FROM heads WHERE session_id = ?').pluck();
  const next = database.prepare<[string, number, number], Row>(
    `SELECT seq, type, version, at, data FROM events
     WHERE session_id = ? AND seq > ? AND seq <= ?
       AND type IN ${COST_EVENTS} ORDER BY seq`,
  );
  const putMark = database.prepare('INSERT OR REPLACE INTO cost_marks VALUES (?, ?, ?, ?, ?, ?)');
  const put = database.prepare(
    'INSERT OR REPLACE INTO costs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );

  return {
    behind: () => behind.all(),
    fold: (sessionId) => {
      const mark = marks.get(sessionId);
      const head = count.get(sessionId) ?? 0;
      const folded = mark?.folded ?? 0;
      const through = Math.min(head, folded + EVENTS_AT_ONCE);
      let fold: CostFold = mark ? { ...mark, notOwn: JSON.parse(mark.not_own) } : NO_COSTS;
      for (const row of next.all(sessionId, folded, through)) {
        const data = readCostEvent(row, steps);
        if (data === undefined) continue;
        const result = foldCosts(fold, row, data);
        fold = result.fold;
        if (result.cost) put.run(sessionId, ...Object.values(result.cost));
      }
      putMark.run(sessionId, through, fold.project, fold.name, fold.copied, JSON.stringify(fold.notOwn));
      return through >= head;
    },
    drop: () => {
      database.exec('DELETE FROM costs; DELETE FROM cost_marks');
    },
  };
};
