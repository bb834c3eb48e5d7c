import type { ErrorCode, ErrorPlace } from '../../contract/index.ts';

/** An `AgentNetError` as data: how the worker threads, which do not load the contract, say what went wrong. */
export interface StorageFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly where?: ErrorPlace;
  readonly kept?: string;
  readonly remedy?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: StorageFailure };

const KEPT = 'Everything that was shown as finished is stored.';

/** What SQLite threw, in words for people. `path` is the database file. */
export const storageFailure = (error: unknown, path: string): StorageFailure => {
  const code = sqliteCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const where = { file: path };
  const data = { cause: code === '' ? message : `${code}: ${message}` };
  if (code === 'SQLITE_FULL' || (code.startsWith('SQLITE_IOERR') && /ENOSPC|EDQUOT/.test(message))) {
    return {
      code: 'storage/full',
      message: 'The disk is full: the last events could not be stored.',
      where,
      kept: KEPT,
      remedy: 'Free some space on this disk, then go on with the session.',
      data,
    };
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return {
      code: 'storage/locked',
      message: 'Locked: another program has kept the database busy for over 5 seconds.',
      where,
      kept: KEPT,
      remedy:
        'Close the other program that works on this data folder, or wait until it is done, then try again.',
      data,
    };
  }
  if (code === 'SQLITE_NOTADB') {
    return {
      code: 'storage/corrupt',
      message: 'This file is not an AgentNet database.',
      where,
      kept: 'The file was left as it is.',
      remedy: 'Move it out of the data folder (or put a backup in its place) and start again.',
      data,
    };
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return {
      code: 'storage/corrupt',
      message: 'The database file is damaged.',
      where,
      kept: 'The file was left as it is.',
      remedy: 'Put a backup in its place, or move it out of the data folder to begin with an empty one.',
      data,
    };
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return {
      code: 'storage/failed',
      message: 'The database cannot be written: it is read-only for this user.',
      where,
      kept: KEPT,
      remedy: 'Give this user the right to write to the data folder and the files in it.',
      data,
    };
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return {
      code: 'storage/failed',
      message: 'The database file cannot be opened.',
      where,
      remedy: 'Check that the data folder exists, is a folder, and that this user may read and write in it.',
      data,
    };
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return {
      code: 'storage/failed',
      message: 'The disk reported an error while the database was read or written.',
      where,
      kept: KEPT,
      remedy: 'Check the disk (or the network drive) and start AgentNet again.',
      data,
    };
  }
  return {
    code: 'storage/failed',
    message: `The database did not do what it was asked: ${message}`,
    where,
    kept: KEPT,
    remedy: 'Start AgentNet again; if it comes back, `agentnet doctor` says more.',
    data,
  };
};

/** The extended result code (`SQLITE_BUSY_SNAPSHOT`), empty for an error that is not SQLite's. */
export const sqliteCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : '';
};

export const isBusy = (error: unknown): boolean => sqliteCode(error).startsWith('SQLITE_BUSY');
