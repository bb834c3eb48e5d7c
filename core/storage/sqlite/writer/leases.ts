import type Database from 'better-sqlite3';
import type { Head, Owner } from '../../event-store.ts';
import { isOwnerAlive } from '../../owner-liveness.ts';
import { processMark } from '../../process-table.ts';
import { LEASE_QUERY, type LeaseRow, toOwnerRecord } from '../lease-row.ts';
import type { LeaseRequest } from '../messages.ts';
import type { Outcome, StorageFailure } from '../storage-failure.ts';

/** Who may write which session. All functions run inside the caller's transaction. */
export interface Leases {
  create(request: LeaseRequest): Outcome;
  /** Answers with the head to go on from. */
  take(request: LeaseRequest): Outcome;
  release(sessionId: string, token: string, ownerId: string): void;
  /** Whether this process owns a session. */
  readonly any: boolean;
  /** One row for all sessions of this process. */
  heartbeat(now: number): void;
  releaseAll(): void;
}

export const openLeases = (database: Database.Database): Leases => {
  const lease = database.prepare<[string], LeaseRow>(LEASE_QUERY);
  const head = database.prepare<[string], Head>('SELECT count, hash FROM heads WHERE session_id = ?');
  const putOwner = database.prepare(
    `INSERT INTO owners VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (owner_id) DO UPDATE SET heartbeat_at = excluded.heartbeat_at`,
  );
  const putLease = database.prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?)');
  const dropLease = database.prepare('DELETE FROM leases WHERE session_id = ? AND token = ?');
  const dropOwner = database.prepare(
    'DELETE FROM owners WHERE owner_id = ? AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.owner_id = owners.owner_id)',
  );
  const beat = database.prepare('UPDATE owners SET heartbeat_at = ? WHERE owner_id = ?');
  /** Owners of this process, by token of the lease. */
  const held = new Map<string, string>();
  const marks = new Map<number, string | null>();

  const markOf = (pid: number): string | null => {
    const known = marks.get(pid);
    if (known !== undefined) return known;
    const mark = processMark(pid);
    marks.set(pid, mark);
    return mark;
  };
  const grant = ({ sessionId, token, owner, now }: LeaseRequest): void => {
    putOwner.run(owner.ownerId, owner.pid, owner.processStartedAt, markOf(owner.pid), owner.host, now);
    putLease.run(sessionId, token, owner.ownerId);
    held.set(token, owner.ownerId);
  };

  return {
    get any() {
      return held.size > 0;
    },
    create: (request) => {
      // A lease without events is left by a process that died before its first commit.
      const row = lease.get(request.sessionId);
      if (head.get(request.sessionId) || (row && isOwnerAlive(toOwnerRecord(row), request.now))) {
        return { ok: false, failure: sessionExists(request.sessionId) };
      }
      grant(request);
      return { ok: true, value: undefined };
    },
    take: (request) => {
      const { sessionId, owner, now } = request;
      const found = head.get(sessionId);
      if (!found) return { ok: false, failure: unknownSession(sessionId) };
      const row = lease.get(sessionId);
      if (row && row.owner_id !== owner.ownerId && isOwnerAlive(toOwnerRecord(row), now)) {
        return { ok: false, failure: ownedElsewhere(sessionId, toOwnerRecord(row)) };
      }
      grant(request);
      if (row && row.owner_id !== owner.ownerId) dropOwner.run(row.owner_id);
      return { ok: true, value: found };
    },
    release: (sessionId, token, ownerId) => {
      dropLease.run(sessionId, token);
      dropOwner.run(ownerId);
      held.delete(token);
    },
    heartbeat: (now) => {
      for (const ownerId of new Set(held.values())) beat.run(now, ownerId);
    },
    releaseAll: () => {
      const drop = database.prepare('DELETE FROM leases WHERE token = ?');
      const owners = new Set(held.values());
      for (const token of held.keys()) drop.run(token);
      for (const ownerId of owners) dropOwner.run(ownerId);
      held.clear();
    },
  };
};

const sessionExists = (sessionId: string): StorageFailure => ({
  code: 'input/conflict',
  message: `There is a session ${sessionId} already.`,
  where: { session_id: sessionId },
  kept: 'It was left as it is.',
  remedy: 'Use another id.',
});

export const unknownSession = (sessionId: string): StorageFailure => ({
  code: 'input/unknown-session',
  message: `There is no session ${sessionId}.`,
  where: { session_id: sessionId },
  remedy: 'List the sessions with `agentnet sessions list`.',
});

export const ownedElsewhere = (sessionId: string, owner: Owner): StorageFailure => ({
  code: 'session/owned-elsewhere',
  message: `Locked: the session is being run by another process (${owner.pid} on ${owner.host}).`,
  where: { session_id: sessionId },
  kept: 'Its events are stored as they come.',
  remedy: 'Watch it there, or end that process and try again.',
  data: { pid: owner.pid, host: owner.host },
});
