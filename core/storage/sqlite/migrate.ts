import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../effects/index.ts';
import type { Migration } from '../migrations/migrations.ts';
import { APPLICATION_ID, latestVersion, userVersion } from './open-database.ts';
import { whileBusy } from './while-busy.ts';
import { appendSystemRows } from './writer/system-stream.ts';

export interface MigrationContext {
  readonly path: string;
  readonly clock: Clock;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Version of the event `database-migrated`. */
  readonly eventVersion: number;
}

/**
 * Brings the layout up to date in one transaction: all steps or none. A database that holds something is
 * copied to `backups/` first, and the log tells of it. Of several processes that start at once one does it.
 *
 * Throws what SQLite throws; the database is then as it was.
 */
export const migrate = async (
  database: Database.Database,
  migrations: readonly Migration[],
  context: MigrationContext,
): Promise<void> => {
  const to = latestVersion(migrations);
  if (userVersion(database, context.clock) >= to) return;
  whileBusy(context.clock, () => database.exec('BEGIN IMMEDIATE'));
  try {
    const from = userVersion(database, context.clock);
    // The one that waited for the lock finds the work done; one that waited for a newer app finds more than done.
    if (from < to) {
      const backup = from > 0 ? await backUp(context, from) : undefined;
      for (const step of migrations) if (step.to > from) step.apply(database);
      database.pragma(`user_version = ${to}`);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      if (backup !== undefined) {
        const data = JSON.stringify({ backup, from, to });
        appendSystemRows(database, ['database-migrated', context.eventVersion, context.now, data]);
      }
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** Copies what is committed, through a connection of its own, while ours keeps every writer out. */
const backUp = async ({ path, now }: MigrationContext, version: number): Promise<string> => {
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const file = join(folder, `agentnet-layout-${version}-${time}.db`);
  const source = new Database(path, { readonly: true });
  try {
    await source.backup(file);
  } finally {
    source.close();
  }
  chmodSync(file, 0o600);
  return file;
};
