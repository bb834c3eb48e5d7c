import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { eventCatalog } from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import type { EventStore } from '../event-store.ts';
import { openReaderClient } from './reader-client.ts';
import { createSqliteEventStore } from './sqlite-event-store.ts';
import type { StorageFailure } from './storage-failure.ts';
import { toAgentNetError } from './to-agent-net-error.ts';
import { openWriterClient } from './writer-client.ts';

export const DATABASE_FILE = 'agentnet.db';

export type SqliteEventStoreOptions = {
  readonly effects: Effects;
} & (
  | {
      /** Data folder; the database in it is `agentnet.db`. Made when it is missing. */ readonly folder: string;
    }
  | { /** The database file itself. */ readonly path: string }
);

/**
 * Opens the event store of a data folder, and makes or upgrades the database where needed. Rejects with
 * `storage/corrupt`, `storage/newer`, `storage/locked`, `storage/full` or `storage/failed`.
 */
export const openSqliteEventStore = async (options: SqliteEventStoreOptions): Promise<EventStore> => {
  const path = resolve('path' in options ? options.path : join(options.folder, DATABASE_FILE));
  makeFile(path);
  const writer = await openWriterClient({
    path,
    now: options.effects.clock.now(),
    migratedVersion: eventCatalog['database-migrated'].version,
  });
  return createSqliteEventStore({ effects: options.effects, writer, reader: openReaderClient({ path }) });
};

/** Folder and file are for this user only; SQLite gives the files beside it the rights of the first. */
const makeFile = (path: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    throw toAgentNetError(unreachable(path, error as NodeJS.ErrnoException));
  }
};

const unreachable = (path: string, error: NodeJS.ErrnoException): StorageFailure => {
  const base = { where: { file: path }, data: { cause: error.message } };
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        ...base,
        code: 'storage/full',
        message: 'The disk is full: the data folder cannot be made.',
        remedy: 'Free some space on this disk and start again.',
      };
    case 'EISDIR':
      return {
        ...base,
        code: 'storage/failed',
        message: 'A folder stands where the database file belongs.',
        kept: 'It was left as it is.',
        remedy: 'Move the folder away, or choose another data folder.',
      };
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        ...base,
        code: 'storage/failed',
        message: 'The data folder cannot be made: a file stands in its way.',
        kept: 'It was left as it is.',
        remedy: 'Choose another data folder (`--home` or AGENTNET_HOME), or move the file away.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        ...base,
        code: 'storage/failed',
        message: 'The data folder cannot be written by this user.',
        remedy:
          'Give this user the right to write there, or choose another folder (`--home` or AGENTNET_HOME).',
      };
    default:
      return {
        ...base,
        code: 'storage/failed',
        message: `The data folder cannot be used: ${error.message}`,
        remedy: 'Choose another data folder (`--home` or AGENTNET_HOME).',
      };
  }
};
