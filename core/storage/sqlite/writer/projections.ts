import type Database from 'better-sqlite3';
import type { Clock } from '../../../effects/index.ts';
import { type FoldableRow, foldRows, searchWords } from '../../fold-rows.ts';
import type { FoldedSession } from '../../fold-session.ts';
import type { Upcasters } from '../../upcasters.ts';
import { refoldGraphs } from '../graph-rows.ts';
import { whileBusy } from '../while-busy.ts';
import { openCostRows } from './cost-rows.ts';
import { openSearchIndex } from './search-index.ts';
import { SYSTEM } from './system-stream.ts';

/**
 * The tables that are folded from the events. They are brought up to date when they are asked for and when
 * nothing else is to be done, never while a turn waits for its commit.
 */
export interface Projections {
  /** Events of the session were committed by this process. */
  touch(sessionId: string): void;
  /** Another process committed something, nobody knows what. */
  touchAll(): void;
  /** Works for some milliseconds in one transaction. False when nothing is left to do. */
  step(fullText: boolean): boolean;
  /** Empties the tables; the steps after it fill them again. */
  drop(): void;
}

/** A step holds the write lock for about this long, in milliseconds. */
const STEP_MS = 4;
const ROWS_AT_ONCE = 100;

export const openProjections = (database: Database.Database, clock: Clock, steps: Upcasters): Projections => {
  const behind = database.prepare<[string], { session_id: string }>(
    `SELECT session_id FROM heads LEFT JOIN sessions USING (session_id)
     WHERE sessions.folded IS NOT heads.count AND session_id <> ?`,
  );
  const stored = database.prepare<[string], { folded: number; state: string }>(
    'SELECT folded, state FROM sessions WHERE session_id = ?',
  );
  const next = database.prepare<[string, number, number], FoldableRow>(
    `SELECT seq, type, version, at, data FROM events WHERE session_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const putSession = database.prepare(
    'INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const putTurn = database.prepare('INSERT INTO turns (session_id, position, seq) VALUES (?, ?, ?)');
  const search = openSearchIndex(database);
  const costs = openCostRows(database, steps);
  const foldCosts = database.transaction(() => {
    const deadline = clock.elapsed() + STEP_MS;
    for (const sessionId of staleCosts) {
      if (!costs.fold(sessionId)) return;
      staleCosts.delete(sessionId);
      if (clock.elapsed() >= deadline) return;
    }
  });
  const staleCosts = new Set<string>();
  let anyCostsStale = true;
  const stale = new Set<string>();
  let anyStale = true;

  const put = (session: FoldedSession, folded: number): void => {
    const { id, created_at: createdAt, mode, phase, idle, outcome, parent = null, graph = null } = session;
    const status = idle && (phase === 'running' || phase === 'pausing') ? 'interrupted' : phase;
    const state = JSON.stringify(session);
    const words = searchWords(session);
    putSession.run(id, folded, createdAt, mode, status, outcome, words, state, parent, graph);
  };

  /** False when the session has events left to fold. */
  const fold = (sessionId: string, mayGoOn: () => boolean): boolean => {
    const row = stored.get(sessionId);
    let folded = row?.folded ?? 0;
    let session = row ? (JSON.parse(row.state) as FoldedSession) : undefined;
    const before = folded;
    let finished = false;
    do {
      const rows = next.all(sessionId, folded, ROWS_AT_ONCE);
      const position = session?.turns ?? 0;
      const result = foldRows(sessionId, session, rows, steps);
      session = result.session;
      for (const [index, seq] of result.turnSeqs.entries()) putTurn.run(sessionId, position + index, seq);
      folded = rows.at(-1)?.seq ?? folded;
      finished = rows.length < ROWS_AT_ONCE;
    } while (!finished && mayGoOn());
    if (session && folded > before) put(session, folded);
    return finished;
  };

  const foldStale = database.transaction(() => {
    const deadline = clock.elapsed() + STEP_MS;
    const mayGoOn = () => clock.elapsed() < deadline;
    for (const sessionId of stale) {
      if (!fold(sessionId, mayGoOn)) return;
      stale.delete(sessionId);
      if (!mayGoOn()) return;
    }
  });

  return {
    touch: (sessionId) => {
      staleCosts.add(sessionId);
      if (sessionId !== SYSTEM) stale.add(sessionId);
    },
    touchAll: () => {
      anyStale = true;
      anyCostsStale = true;
    },
    step: (fullText) => {
      if (anyCostsStale) {
        for (const id of costs.behind()) staleCosts.add(id);
        anyCostsStale = false;
      }
      if (anyStale) {
        for (const { session_id: id } of behind.all(SYSTEM)) stale.add(id);
        anyStale = false;
      }
      const isBehind = stale.size > 0 || staleCosts.size > 0;
      if (!isBehind && fullText) return whileBusy(clock, () => search.step());
      try {
        if (stale.size > 0) whileBusy(clock, () => foldStale.immediate());
        if (stale.size === 0 && staleCosts.size > 0) whileBusy(clock, () => foldCosts.immediate());
      } catch (error) {
        // A rolled back step has forgotten nothing but which sessions it had finished.
        anyStale = true;
        anyCostsStale = true;
        throw error;
      }
      return stale.size > 0 || staleCosts.size > 0 || fullText;
    },
    drop: database.transaction(() => {
      database.exec('DELETE FROM sessions; DELETE FROM turns');
      search.drop();
      costs.drop();
      refoldGraphs(database);
      anyCostsStale = true;
      anyStale = true;
    }).immediate,
  };
};
