import type Database from 'better-sqlite3';
import type { Owner } from '../../event-store.ts';
import { isOwnerAlive } from '../../owner-liveness.ts';
import { LEASE_QUERY, type LeaseRow, toOwnerRecord } from '../lease-row.ts';

/** Who runs what now. */
export interface OwnerReader {
  liveSessions(now: number): ReadonlySet<string>;
  ownerOf(sessionId: string, now: number): { readonly owner: Owner; readonly alive: boolean } | undefined;
}

export const openOwnerReader = (database: Database.Database): OwnerReader => {
  const all = database.prepare<[], LeaseRow & { session_id: string }>(
    'SELECT leases.session_id, leases.token, owners.* FROM leases JOIN owners USING (owner_id)',
  );
  const one = database.prepare<[string], LeaseRow>(LEASE_QUERY);
  return {
    liveSessions: (now) => {
      const alive = new Map<string, boolean>();
      const live = new Set<string>();
      for (const row of all.iterate()) {
        let lives = alive.get(row.owner_id);
        if (lives === undefined) {
          lives = isOwnerAlive(toOwnerRecord(row), now);
          alive.set(row.owner_id, lives);
        }
        if (lives) live.add(row.session_id);
      }
      return live;
    },
    ownerOf: (sessionId, now) => {
      const row = one.get(sessionId);
      if (!row) return undefined;
      const record = toOwnerRecord(row);
      const { ownerId, pid, processStartedAt, host } = record;
      return { owner: { ownerId, pid, processStartedAt, host }, alive: isOwnerAlive(record, now) };
    },
  };
};
