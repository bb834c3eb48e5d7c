import type Database from 'better-sqlite3';
import type { Verification } from '../../../contract/index.ts';
import { eventHash, genesisHash } from '../../event-chain.ts';
import type { Head } from '../../event-store.ts';
import { foldRows, searchWords } from '../../fold-rows.ts';
import type { FoldedSession } from '../../fold-session.ts';
import type { Upcasters } from '../../upcasters.ts';
import { graphsAreFolded } from '../graph-rows.ts';
import { changedGraphText } from '../graph-texts.ts';
import { openMoneyCheck } from './money-check.ts';
import type { Decode, EventRow } from './read-events.ts';

type Problem = NonNullable<Verification['first_problem']>;

/** Where a check stands between two steps; plain data, so that it can wait on the other side of a thread. */
export interface VerifyProgress {
  readonly count: number;
  readonly hash: string;
  readonly rowid: number;
  readonly problem: Problem | null;
  readonly session: FoldedSession | undefined;
  readonly turns: number;
  readonly projectionsEqual: boolean;
}

export type VerifyStep =
  | { readonly kind: 'more'; readonly progress: VerifyProgress }
  | { readonly kind: 'done'; readonly result: Omit<Verification, 'session_id'> };

/** Rows in one step; the thread answers others in between. */
const ROWS_AT_ONCE = 2_000;

export type VerifyStream = (stream: string, progress: VerifyProgress | null) => VerifyStep;

export const openVerifyStream = (
  database: Database.Database,
  decode: Decode,
  steps: Upcasters,
): VerifyStream => {
  const rowsAfter = database.prepare<[string, number, number, number], EventRow & { rowid: number }>(
    `SELECT rowid, seq, type, version, at, data, prev, hash FROM events
     WHERE session_id = ? AND (seq, rowid) > (?, ?) ORDER BY seq, rowid LIMIT ?`,
  );
  const headOf = database.prepare<[string], Head>('SELECT count, hash FROM heads WHERE session_id = ?');
  const storedTurns = database
    .prepare<[string, number, number], number>(
      'SELECT seq FROM turns WHERE session_id = ? AND position >= ? ORDER BY position LIMIT ?',
    )
    .pluck();
  const countTurns = database
    .prepare<[string], number>('SELECT count(*) FROM turns WHERE session_id = ?')
    .pluck();
  const storedSession = database.prepare<[string], { folded: number; words: string; state: string }>(
    'SELECT folded, words, state FROM sessions WHERE session_id = ?',
  );

  const check = (row: EventRow, { count, hash }: VerifyProgress): Problem | null => {
    const { seq } = row;
    const expected = count + 1;
    if (seq > expected) return problem(expected, 'missing', `Event ${expected} is missing.`);
    if (seq < expected) return problem(seq, 'duplicated', `Event ${seq} is there more than once.`);
    if (eventHash(row.prev, row.type, row.version, row.at, row.data) !== row.hash) {
      return problem(seq, 'changed', `Event ${seq} is not as it was written: its hash does not fit.`);
    }
    if (row.prev !== hash) {
      return problem(seq, 'moved', `Event ${seq} was moved here: it does not follow the event before it.`);
    }
    const decoded = decode(row);
    if (decoded.kind === 'event') return null;
    return problem(seq, 'unreadable', `Event ${seq} cannot be read: ${decoded.message}.`);
  };

  const takeRows = (
    stream: string,
    from: VerifyProgress,
    rows: readonly (EventRow & { rowid: number })[],
  ) => {
    let progress = from;
    for (const row of rows) {
      const found = progress.problem ?? check(row, progress);
      progress = { ...progress, count: row.seq, hash: row.hash, rowid: row.rowid, problem: found };
    }
    if (stream === SYSTEM) return progress;
    const { session, turnSeqs } = foldRows(stream, progress.session, rows, steps);
    const stored = storedTurns.all(stream, progress.turns, turnSeqs.length);
    const same = turnSeqs.every((seq, index) => seq === stored[index]);
    return {
      ...progress,
      session,
      turns: progress.turns + turnSeqs.length,
      projectionsEqual: progress.projectionsEqual && same,
    };
  };

  const projectionsEqual = (stream: string, { session, turns, ...progress }: VerifyProgress): boolean => {
    if (stream === SYSTEM) return graphsAreFolded(database);
    const row = storedSession.get(stream);
    return (
      progress.projectionsEqual &&
      session !== undefined &&
      row?.folded === progress.count &&
      row.state === JSON.stringify(session) &&
      row.words === searchWords(session) &&
      countTurns.get(stream) === turns
    );
  };

  const textProblem = (stream: string) => {
    const row = stream === SYSTEM ? changedGraphText(database) : null;
    const message = 'The text of this graph is not the one that was saved.';
    return row === null ? null : { table: 'graph_texts', row, message };
  };
  const money = openMoneyCheck(database, steps);
  const projectionsOf = (stream: string, progress: VerifyProgress) => {
    const problem = projectionsEqual(stream, progress)
      ? (money(stream) ?? textProblem(stream))
      : {
          table: 'sessions',
          row: stream,
          message: 'The row of the session, or of one of its turns, is not what its events say.',
        };
    return { projections_equal: problem === null, projection_problem: problem };
  };

  return (stream, begun) => {
    const from = begun ?? { ...START, hash: genesisHash(stream) };
    const rows = rowsAfter.all(stream, from.count, from.rowid, ROWS_AT_ONCE);
    const progress = takeRows(stream, from, rows);
    if (rows.length === ROWS_AT_ONCE) return { kind: 'more', progress };
    const found = progress.problem ?? checkHead(progress, headOf.get(stream));
    return {
      kind: 'done',
      result: {
        ok: found === null,
        events: progress.count,
        first_problem: found,
        ...projectionsOf(stream, progress),
      },
    };
  };
};

const SYSTEM = 'system';

const START: Omit<VerifyProgress, 'hash'> = {
  count: 0,
  rowid: 0,
  problem: null,
  session: undefined,
  turns: 0,
  projectionsEqual: true,
};

const problem = (seq: number, kind: string, message: string): Problem => ({ seq, kind, message });

const checkHead = ({ count, hash }: VerifyProgress, head: Head | undefined): Problem | null => {
  if (!head && count === 0) return null;
  if (!head) return problem(count, 'head', 'The head of this log is missing.');
  if (head.count > count) {
    const lost = head.count - count;
    return problem(count + 1, 'cut-tail', `The end is missing: ${lost} event${lost === 1 ? '' : 's'}.`);
  }
  if (head.count < count) {
    return problem(head.count + 1, 'extra', `Event ${head.count + 1} was added behind the end of the log.`);
  }
  return head.hash === hash ? null : problem(count, 'head', 'The head of this log names another last event.');
};
