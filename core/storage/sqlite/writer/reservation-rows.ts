import type Database from 'better-sqlite3';
import { isOwnerAlive } from '../../owner-liveness.ts';
import { processMark } from '../../process-table.ts';
import type {
  Amounts,
  CapStanding,
  ReservationAnswer,
  ReservationRequest,
  Settlement,
  TimeAnswer,
  TimeRequest,
  TimeStanding,
} from '../../reservations.ts';
import { LEASE_QUERY, type LeaseRow, toOwnerRecord } from '../lease-row.ts';
import { SYSTEM } from './system-stream.ts';

/** Reservations and what became of them. All functions run inside the caller's transaction. */
export interface ReservationRows {
  reserve(request: ReservationRequest): ReservationAnswer;
  holdTime(request: TimeRequest): TimeAnswer;
  spent(scope: 'day' | 'project', key: string): Amounts;
  release(sessionId: string, callId: string): void;
  keepOnly(sessionId: string, callIds: readonly string[]): void;
  settle(sessionId: string, settlements: readonly Settlement[]): void;
  /** Counts all that the session has reserved, its time too, as spent. */
  settleAll(sessionId: string): void;
}

interface ReservedRow {
  readonly session_id: string;
  readonly call_id: string;
  readonly day: string;
  readonly project: string;
  readonly micro_usd: number;
  readonly tokens: number;
  readonly ms: number;
  readonly at: number;
  readonly pid: number;
  readonly process_started_at: number;
  readonly process_mark: string | null;
  readonly host: string;
}

/** What stands for the call in a reservation and a settlement of time. */
const TIME = 'time';
/** A cap that runs short is shared out in pieces of such a part of what is left. */
const PIECES_LEFT = 4;
const NOTHING: Amounts = { microUsd: 0, tokens: 0, ms: 0 };

export const openReservationRows = (database: Database.Database): ReservationRows => {
  const spent = database.prepare<[string, string], Amounts>(
    'SELECT micro_usd AS microUsd, tokens, ms FROM spendings WHERE scope = ? AND key = ?',
  );
  const others = {
    day: database.prepare<[string, string, string], ReservedRow>(
      'SELECT * FROM reservations WHERE day = ? AND NOT (session_id = ? AND call_id = ?)',
    ),
    project: database.prepare<[string, string, string], ReservedRow>(
      'SELECT * FROM reservations WHERE project = ? AND NOT (session_id = ? AND call_id = ?)',
    ),
  };
  const put = database.prepare(
    `INSERT OR REPLACE INTO reservations
     (session_id, call_id, day, project, micro_usd, tokens, ms, at, pid, process_started_at, process_mark, host)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const one = database.prepare<[string, string], ReservedRow>(
    'SELECT * FROM reservations WHERE session_id = ? AND call_id = ?',
  );
  const all = database.prepare<[string], ReservedRow>('SELECT * FROM reservations WHERE session_id = ?');
  const drop = database.prepare('DELETE FROM reservations WHERE session_id = ? AND call_id = ?');
  const spend = database.prepare(
    `INSERT INTO spendings (scope, key, micro_usd, tokens, ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (scope, key) DO UPDATE
     SET micro_usd = micro_usd + excluded.micro_usd, tokens = tokens + excluded.tokens, ms = ms + excluded.ms`,
  );
  const keep = database.prepare(
    `INSERT INTO settlements VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (session_id, call_id, day) DO UPDATE
     SET micro_usd = micro_usd + excluded.micro_usd, tokens = tokens + excluded.tokens, ms = ms + excluded.ms`,
  );
  const lease = database.prepare<[string], LeaseRow>(LEASE_QUERY);

  const spentOf = (scope: 'day' | 'project', key: string): Amounts => spent.get(scope, key) ?? NOTHING;

  /** Whether the call may still end: the session is being run, or the process of a call without one lives. */
  const isRunning = (row: ReservedRow, now: number): boolean => {
    if (row.session_id !== SYSTEM) {
      const held = lease.get(row.session_id);
      return held !== undefined && isOwnerAlive(toOwnerRecord(held), now);
    }
    return isOwnerAlive(
      {
        ownerId: '',
        pid: row.pid,
        processStartedAt: row.process_started_at,
        processMark: row.process_mark,
        host: row.host,
        heartbeatAt: row.at,
      },
      now,
    );
  };

  const standings = (
    request: ReservationRequest,
  ): readonly (readonly [CapStanding, readonly ReservedRow[]])[] =>
    (['day', 'project'] as const).flatMap((scope) => {
      const { microUsd, tokens } = request.caps[scope];
      if (microUsd === undefined && tokens === undefined) return [];
      const key = request[scope];
      const used = spentOf(scope, key);
      const rows = others[scope].all(key, request.sessionId, request.callId);
      const found: (readonly [CapStanding, readonly ReservedRow[]])[] = [];
      // What costs nothing is never stopped by a money cap.
      if (microUsd !== undefined && request.microUsd > 0) {
        const reserved = rows.reduce((sum, row) => sum + row.micro_usd, 0);
        const amounts = { cap: microUsd, spent: used.microUsd, reserved, needed: request.microUsd };
        found.push([{ scope, key, unit: 'usd', ...amounts }, rows]);
      }
      if (tokens !== undefined) {
        const reserved = rows.reduce((sum, row) => sum + row.tokens, 0);
        const amounts = { cap: tokens, spent: used.tokens, reserved, needed: request.tokens };
        found.push([{ scope, key, unit: 'tokens', ...amounts }, rows]);
      }
      return found;
    });

  const settleRow = (row: ReservedRow, { microUsd, tokens }: Settlement): void => {
    drop.run(row.session_id, row.call_id);
    // A cost that nobody knows is no cost that was reserved for.
    const money = microUsd === undefined ? row.micro_usd : (microUsd ?? 0);
    const count = tokens ?? row.tokens;
    countSpent(row, { microUsd: money, tokens: count, ms: row.ms });
  };

  /** Counts amounts as spent, and keeps them by themselves. */
  const countSpent = (
    {
      session_id: sessionId,
      call_id: callId,
      day,
      project,
    }: Pick<ReservedRow, 'session_id' | 'call_id' | 'day' | 'project'>,
    { microUsd, tokens, ms }: Amounts,
  ): void => {
    if (microUsd === 0 && tokens === 0 && ms === 0) return;
    spend.run('day', day, microUsd, tokens, ms);
    spend.run('project', project, microUsd, tokens, ms);
    keep.run(sessionId, callId, day, project, microUsd, tokens, ms);
  };

  /** The cap on time that leaves least, and what it leaves; null without one. */
  const timeLeft = ({
    caps,
    ...request
  }: TimeRequest): { readonly ms: number; readonly standing: TimeStanding } | null => {
    let least: { readonly ms: number; readonly standing: TimeStanding } | null = null;
    for (const scope of ['day', 'project'] as const) {
      const cap = caps[scope].ms;
      if (cap === undefined) continue;
      const key = request[scope];
      const rows = others[scope].all(key, request.sessionId, TIME);
      const reserved = rows.reduce((sum, row) => sum + row.ms, 0);
      const { ms: used } = spentOf(scope, key);
      const ms = cap - used - reserved;
      if (!least || ms < least.ms) least = { ms, standing: { scope, key, cap, spent: used, reserved } };
    }
    return least;
  };

  /** Time that a dead run had reserved comes back from nobody. */
  const settleDeadTime = ({ day, project, at, sessionId }: TimeRequest): void => {
    for (const row of [
      ...others.day.all(day, sessionId, TIME),
      ...others.project.all(project, sessionId, TIME),
    ]) {
      if (row.call_id === TIME && one.get(row.session_id, TIME) && !isRunning(row, at))
        settleRow(row, { callId: TIME });
    }
  };

  const holdTime = (request: TimeRequest): TimeAnswer => {
    const { sessionId, usedMs, wantedMs, owner } = request;
    const held = one.get(sessionId, TIME);
    drop.run(sessionId, TIME);
    // No more than was reserved, for the clock of the process looks up a moment late.
    if (held) countSpent(held, { ...NOTHING, ms: Math.min(usedMs, held.ms) });
    else
      countSpent(
        { session_id: sessionId, call_id: TIME, day: request.usedDay, project: request.project },
        { ...NOTHING, ms: usedMs },
      );
    if (wantedMs === 0) return { kind: 'granted', ms: 0 };
    let left = timeLeft(request);
    if (left && left.ms < wantedMs) {
      settleDeadTime(request);
      left = timeLeft(request);
    }
    if (left && left.ms <= 0) return { kind: 'refused', standing: left.standing };
    const ms = left === null ? wantedMs : pieceOf(left.ms, request);
    put.run(
      ...[sessionId, TIME, request.day, request.project, 0, 0, ms, request.at],
      ...[owner.pid, owner.processStartedAt, processMark(owner.pid), owner.host],
    );
    return { kind: 'granted', ms };
  };

  return {
    reserve: (request) => {
      let awaited: CapStanding | undefined;
      for (const [standing, rows] of standings(request)) {
        const { cap, spent: used, reserved, needed, unit } = standing;
        if (used + reserved + needed <= cap) continue;
        const amount = (row: ReservedRow) => (unit === 'usd' ? row.micro_usd : row.tokens);
        // Reservations of dead runs stand until somebody resumes them: nothing is to be waited for.
        const stuck = rows
          .filter((row) => !isRunning(row, request.at))
          .reduce((sum, row) => sum + amount(row), 0);
        if (used + stuck + needed > cap) return { kind: 'refused', standing };
        awaited ??= standing;
      }
      if (awaited) {
        // What was reserved for this call before is not held while it waits.
        drop.run(request.sessionId, request.callId);
        return { kind: 'awaited', standing: awaited };
      }
      const { owner } = request;
      put.run(
        request.sessionId,
        request.callId,
        request.day,
        request.project,
        request.microUsd,
        request.tokens,
        0,
        request.at,
        owner.pid,
        owner.processStartedAt,
        processMark(owner.pid),
        owner.host,
      );
      return { kind: 'granted' };
    },
    holdTime,
    spent: spentOf,
    release: (sessionId, callId) => {
      drop.run(sessionId, callId);
    },
    keepOnly: (sessionId, callIds) => {
      for (const row of all.all(sessionId)) {
        if (row.call_id === TIME) settleRow(row, { callId: TIME });
        else if (!callIds.includes(row.call_id)) drop.run(sessionId, row.call_id);
      }
    },
    settle: (sessionId, settlements) => {
      for (const settlement of settlements) {
        if (settlement.callId === null) {
          for (const row of all.all(sessionId)) if (row.call_id !== TIME) settleRow(row, settlement);
          continue;
        }
        const row = one.get(sessionId, settlement.callId);
        if (row) settleRow(row, settlement);
      }
    },
    settleAll: (sessionId) => {
      for (const row of all.all(sessionId)) settleRow(row, { callId: null });
    },
  };
};

const pieceOf = (leftMs: number, { wantedMs, leastMs }: TimeRequest): number =>
  Math.min(leftMs, wantedMs, Math.max(leastMs, Math.floor(leftMs / PIECES_LEFT)));
