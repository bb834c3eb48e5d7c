import type Database from 'better-sqlite3';
import type { Clock } from '../../../effects/index.ts';
import { whileBusy } from '../while-busy.ts';

/** A reader of another process may hold the log for a moment; after a second it is left to the next commit. */
const LIMIT_MS = 1_000;

/** Brings what was committed into the database file and cuts the log, in which deleted texts would stay. */
export const emptyWriteAheadLog = (database: Database.Database, clock: Clock): void => {
  const busy = Object.assign(new Error('checkpoint'), { code: 'SQLITE_BUSY' });
  try {
    whileBusy(
      clock,
      () => {
        const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        if (result?.busy !== 0) throw busy;
      },
      LIMIT_MS,
    );
  } catch (error) {
    if (error !== busy) throw error;
  }
};
