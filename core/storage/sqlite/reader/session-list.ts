import type Database from 'better-sqlite3';
import type { SessionSummary } from '../../../contract/index.ts';
import type { SessionQuery } from '../../event-store.ts';
import { type FoldedSession, summaryOf } from '../../fold-session.ts';
import type { Outcome } from '../storage-failure.ts';
import type { OwnerReader } from './owner-reader.ts';

export interface SessionPage {
  readonly items: readonly SessionSummary[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** The rows of the sessions list, newest first. */
export interface SessionList {
  /** Answers with a `SessionPage`. */
  page(query: SessionQuery, now: number): Outcome;
  one(sessionId: string, now: number): SessionSummary | undefined;
  interrupted(now: number): readonly SessionSummary[];
}

interface Row {
  readonly session_id: string;
  readonly created_at: number;
  readonly state: string;
  readonly behind: 0 | 1;
}

/** The row does not say all yet: what it lacks may be the end of the session, which its owner left behind just now. */
const BEHIND = 'folded < coalesce((SELECT count FROM heads WHERE heads.session_id = sessions.session_id), 0)';
const COLUMNS = `session_id, created_at, state, ${BEHIND} AS behind`;

/** A row whose session is under way and has no living owner counts as interrupted. */
const STATUS = `CASE WHEN status IN ('running', 'pausing')
  AND session_id NOT IN (SELECT value FROM json_each(@live)) AND NOT ${BEHIND} THEN 'interrupted' ELSE status END`;

export const openSessionList = (database: Database.Database, owners: OwnerReader): SessionList => {
  const one = database.prepare<[string], Row>(`SELECT ${COLUMNS} FROM sessions WHERE session_id = ?`);
  const interrupted = database.prepare<[{ live: string }], Row>(
    `SELECT ${COLUMNS} FROM sessions WHERE ${STATUS} = 'interrupted' AND parent IS NULL
     ORDER BY created_at DESC, session_id DESC`,
  );
  const toSummary = (row: Row, live: ReadonlySet<string>): SessionSummary =>
    summaryOf(JSON.parse(row.state) as FoldedSession, row.behind === 1 || live.has(row.session_id));

  return {
    page: (query, now) => {
      const cursor = query.cursor === undefined ? null : parseCursor(query.cursor);
      if (cursor === 'unknown') return unknownCursor;
      const live = owners.liveSessions(now);
      const { conditions, values } = filters(query);
      const parameters = { ...values, live: JSON.stringify([...live]) };
      const where = conditions.join(' AND ');
      const total = database
        .prepare(`SELECT count(*) FROM sessions WHERE ${where} AND @live IS NOT NULL`)
        .pluck()
        .get(parameters) as number;
      const after = cursor ? 'AND (created_at, session_id) < (@createdAt, @sessionId)' : '';
      const rows = database
        .prepare(
          `SELECT ${COLUMNS} FROM sessions WHERE ${where} AND @live IS NOT NULL ${after}
           ORDER BY created_at DESC, session_id DESC LIMIT @limit`,
        )
        .all({ ...parameters, ...cursor, limit: query.limit + 1 }) as Row[];
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      const value: SessionPage = {
        items: items.map((row) => toSummary(row, live)),
        nextCursor: rows.length > items.length && last ? `${last.created_at}_${last.session_id}` : null,
        total,
      };
      return { ok: true, value };
    },
    one: (sessionId, now) => {
      const row = one.get(sessionId);
      return row && toSummary(row, owners.liveSessions(now));
    },
    interrupted: (now) => {
      const live = owners.liveSessions(now);
      return interrupted.all({ live: JSON.stringify([...live]) }).map((row) => toSummary(row, live));
    },
  };
};

const filters = (query: SessionQuery): { conditions: string[]; values: Record<string, string> } => {
  const conditions: string[] = [query.parent === undefined ? 'parent IS NULL' : 'parent = @parent'];
  const values: Record<string, string> = {};
  if (query.parent !== undefined) values['parent'] = query.parent;
  if (query.mode !== undefined) {
    conditions.push('mode = @mode');
    values['mode'] = query.mode;
  }
  if (query.outcome !== undefined) {
    conditions.push('outcome = @outcome');
    values['outcome'] = query.outcome;
  }
  if (query.status !== undefined) {
    conditions.push(`${STATUS} = @status`);
    values['status'] = query.status;
  }
  const words = query.query?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  for (const [index, word] of words.slice(0, MOST_WORDS).entries()) {
    conditions.push(`instr(words, @word${index}) > 0`);
    values[`word${index}`] = word;
  }
  return { conditions, values };
};

const MOST_WORDS = 16;

const parseCursor = (cursor: string): { createdAt: number; sessionId: string } | 'unknown' => {
  const [, createdAt, sessionId] = /^(\d{1,15})_(.+)$/.exec(cursor) ?? [];
  return createdAt && sessionId ? { createdAt: Number(createdAt), sessionId } : 'unknown';
};

const unknownCursor: Outcome = {
  ok: false,
  failure: {
    code: 'input/invalid',
    message: 'This cursor was not given out by the sessions list.',
    where: { path: 'cursor' },
    remedy: 'Begin again without a cursor.',
  },
};
