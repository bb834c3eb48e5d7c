import Database from 'better-sqlite3';
import type { Clock } from '../../effects/index.ts';
import type { Migration } from '../migrations/migrations.ts';
import { type StorageFailure, storageFailure } from './storage-failure.ts';
import { whileBusy } from './while-busy.ts';

/** "AGNT": marks the file as ours, for `file` and for us. */
export const APPLICATION_ID = 0x41474e54;
/** Waiting is done by `whileBusy`; SQLite itself tries only twice. In milliseconds. */
const SQLITE_TIMEOUT_MS = 1;

export type Opened =
  | { readonly kind: 'opened'; readonly database: Database.Database; readonly version: number }
  | { readonly kind: 'refused'; readonly failure: StorageFailure };

/**
 * Opens the database for writing and sets what every commit relies on. Refuses, without changing a byte, a
 * file that is no database, one of another program, and one of a newer AgentNet.
 */
export const openDatabase = (path: string, migrations: readonly Migration[], clock: Clock): Opened => {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: SQLITE_TIMEOUT_MS });
    const refused = refusal(database, path, latestVersion(migrations), clock);
    if (refused) {
      database.close();
      return { kind: 'refused', failure: refused };
    }
    const opened = database;
    whileBusy(clock, () => opened.pragma('journal_mode = WAL'));
    if (opened.pragma('journal_mode', { simple: true }) !== 'wal') {
      throw new Error('its file system does not allow a write-ahead log');
    }
    opened.pragma('synchronous = FULL');
    opened.pragma('recursive_triggers = ON');
    // Also for rows that are rewritten: a deletion could not find what they left behind.
    opened.pragma('secure_delete = ON');
    return { kind: 'opened', database, version: userVersion(opened, clock) };
  } catch (error) {
    database?.close();
    return { kind: 'refused', failure: storageFailure(error, path) };
  }
};

export const latestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.to ?? 0;

export const userVersion = (database: Database.Database, clock: Clock): number =>
  whileBusy(clock, () => database.pragma('user_version', { simple: true }) as number);

const refusal = (
  database: Database.Database,
  path: string,
  latest: number,
  clock: Clock,
): StorageFailure | undefined => {
  const { version, application, tables } = whileBusy(clock, () =>
    database.transaction(() => ({
      version: database.pragma('user_version', { simple: true }) as number,
      application: database.pragma('application_id', { simple: true }) as number,
      tables: database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number,
    }))(),
  );
  if (application !== APPLICATION_ID && tables > 0) {
    return {
      code: 'storage/corrupt',
      message: 'This file is a database of another program, not of AgentNet.',
      where: { file: path },
      kept: 'The file was left as it is.',
      remedy: 'Move it out of the data folder, or choose another data folder.',
    };
  }
  if (version > latest) {
    return {
      code: 'storage/newer',
      message: `This database was written by a newer AgentNet (layout ${version}; this one knows ${latest}).`,
      where: { file: path },
      kept: 'The file was left as it is.',
      remedy: 'Start the newer AgentNet, or choose another data folder.',
      data: { version, latest },
    };
  }
  return undefined;
};
