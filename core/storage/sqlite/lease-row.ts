import type { OwnerRecord } from '../owner-liveness.ts';

/** A lease with its owner, as stored. */
export interface LeaseRow {
  readonly token: string;
  readonly owner_id: string;
  readonly pid: number;
  readonly process_started_at: number;
  readonly process_mark: string | null;
  readonly host: string;
  readonly heartbeat_at: number;
}

export const LEASE_QUERY = `
  SELECT leases.token, owners.* FROM leases JOIN owners USING (owner_id) WHERE leases.session_id = ?`;

export const toOwnerRecord = (row: LeaseRow): OwnerRecord => ({
  ownerId: row.owner_id,
  pid: row.pid,
  processStartedAt: row.process_started_at,
  processMark: row.process_mark,
  host: row.host,
  heartbeatAt: row.heartbeat_at,
});
