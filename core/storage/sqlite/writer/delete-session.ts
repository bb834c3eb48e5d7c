import type Database from 'better-sqlite3';
import type { EventData } from '../../../contract/index.ts';
import type { Clock } from '../../../effects/index.ts';
import type { Head } from '../../event-store.ts';
import { isOwnerAlive } from '../../owner-liveness.ts';
import { LEASE_QUERY, type LeaseRow, toOwnerRecord } from '../lease-row.ts';
import type { SystemSeal } from '../messages.ts';
import type { Outcome } from '../storage-failure.ts';
import { whileBusy } from '../while-busy.ts';
import { emptyWriteAheadLog } from './empty-write-ahead-log.ts';
import { ownedElsewhere, unknownSession } from './leases.ts';
import { openReservationRows } from './reservation-rows.ts';
import { openSearchIndex } from './search-index.ts';
import { appendSystemRows } from './system-stream.ts';

export interface Deletion {
  readonly sessionId: string;
  /** Time of the event, and now by the clock; both in milliseconds since the epoch. */
  readonly at: number;
  readonly now: number;
  /** Version of the event `session-deleted`. */
  readonly version: number;
}

export interface DeletedSession {
  /** Data of the event. */
  readonly data: EventData<'session-deleted'>;
  readonly seal: SystemSeal | undefined;
}

/**
 * Deletes every row of a session in one transaction and records that it was there. What was deleted is
 * overwritten with zeros (`secure_delete` is always on) and the write-ahead log emptied, so that no text of it
 * stays in the files.
 */
export const deleteSession = (database: Database.Database, clock: Clock, deletion: Deletion): Outcome => {
  const outcome = whileBusy(clock, () => database.transaction(() => remove(database, deletion)).immediate());
  if (outcome.ok) emptyWriteAheadLog(database, clock);
  return outcome;
};

const remove = (database: Database.Database, { sessionId, at, now, version }: Deletion): Outcome => {
  const lease = database.prepare<[string], LeaseRow>(LEASE_QUERY).get(sessionId);
  if (lease && isOwnerAlive(toOwnerRecord(lease), now)) {
    return { ok: false, failure: ownedElsewhere(sessionId, toOwnerRecord(lease)) };
  }
  const head = database
    .prepare<[string], Head>('SELECT count, hash FROM heads WHERE session_id = ?')
    .get(sessionId);
  if (!head) return { ok: false, failure: unknownSession(sessionId) };

  database.prepare('INSERT INTO deletions VALUES (?)').run(sessionId);
  // Before the events go: the index looks its texts up there.
  openSearchIndex(database).forget(sessionId);
  // What is still reserved is counted as spent: a deleted session gives no money back.
  openReservationRows(database).settleAll(sessionId);
  for (const table of [
    'costs',
    'cost_marks',
    'turns',
    'sessions',
    'journal',
    'leases',
    'events',
    'heads',
    'deletions',
  ]) {
    database.prepare(`DELETE FROM ${table} WHERE session_id = ?`).run(sessionId);
  }
  if (lease) {
    database
      .prepare(
        'DELETE FROM owners WHERE owner_id = ? AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.owner_id = owners.owner_id)',
      )
      .run(lease.owner_id);
  }
  // Members in the order of canonical JSON.
  const value = { events: head.count, last_hash: head.hash, session_id: sessionId };
  const [seal] = appendSystemRows(database, ['session-deleted', version, at, JSON.stringify(value)]);
  return { ok: true, value: { data: value, seal } satisfies DeletedSession };
};
