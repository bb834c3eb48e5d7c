import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** Looks after the file that commits go to. */
export interface WriteAheadLog {
  /** Copies a long log into the database, so that it begins again at its start. For moments when nobody waits. */
  upkeep(): void;
  /** Grows the file to the length it will get anyway. */
  reserve(): void;
}

/** Pages of four KiB after which the log is copied. */
const LONG_PAGES = 1_000;
/** Where the log gets to when there is never a moment; SQLite then copies it inside a commit. */
const LONGEST_PAGES = 16_000;
const FILLER_BYTES = 60_000;
const PAGE_BYTES = 4_096;
const MOST_FILLERS = (LONG_PAGES * PAGE_BYTES) / FILLER_BYTES + 4;

/**
 * Takes the copying out of the commits: `upkeep` is called after a group's callers were told.
 *
 * The database's `synchronous` is FULL before and after every call.
 */
export const openWriteAheadLog = (database: Database.Database): WriteAheadLog => {
  database.pragma(`wal_autocheckpoint = ${LONGEST_PAGES}`);
  const look = database.prepare<[], [number, number, number]>('PRAGMA wal_checkpoint(NOOP)').raw();
  const copy = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();
  const fill = database.prepare('INSERT OR REPLACE INTO log_filler VALUES (1, zeroblob(?))');
  const fileLength = (): number => statSync(`${database.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  let reserved = false;

  const upkeep = (): void => {
    const [, length, copied] = look.get() ?? [0, 0, 0];
    if (length >= LONG_PAGES && copied < length) copy.get();
  };

  return {
    upkeep,
    reserve: () => {
      if (reserved) return;
      reserved = true;
      // Appending to a file makes the file system write its own journal at every sync; writing over what is
      // there does not, and a commit takes half as long. These rows need no sync: nothing rests on them.
      database.pragma('synchronous = NORMAL');
      try {
        // Two lengths in turn, so that every page differs from the one before.
        for (let turn = 0; turn < MOST_FILLERS && fileLength() < LONG_PAGES * PAGE_BYTES; turn += 1) {
          fill.run(FILLER_BYTES + (turn % 2));
        }
      } finally {
        database.pragma('synchronous = FULL');
      }
      copy.get();
    },
  };
};
