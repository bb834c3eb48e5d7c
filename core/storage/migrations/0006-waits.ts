import type Database from 'better-sqlite3';

/** Rows of sessions say whom they wait for: they are folded anew, and with them what hangs on them. */
export const foldWaits = (database: Database.Database): void => {
  database.exec(`
    DELETE FROM sessions;
    DELETE FROM turns;
    INSERT INTO turn_search (turn_search) VALUES ('delete-all');
    UPDATE search_mark SET id = 0;
  `);
};
