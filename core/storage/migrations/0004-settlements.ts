import type Database from 'better-sqlite3';

/** Time beside money, and every settlement by itself, so that the sums can be checked against the events. */
export const createSettlements = (database: Database.Database): void => {
  database.exec(TIME);
  database.exec(SETTLEMENTS);
  database.exec(COSTS);
};

const TIME = `
  ALTER TABLE reservations ADD COLUMN ms INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE spendings ADD COLUMN ms INTEGER NOT NULL DEFAULT 0;
`;

const SETTLEMENTS = `
  CREATE TABLE settlements (
    session_id TEXT NOT NULL,
    -- A call, or "time".
    call_id TEXT NOT NULL,
    day TEXT NOT NULL,
    project TEXT NOT NULL,
    micro_usd INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    PRIMARY KEY (session_id, call_id, day)
  ) WITHOUT ROWID;

  -- The sums from before settlements were kept one by one, and the last event that they hold.
  CREATE TABLE former_spendings (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    micro_usd INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) WITHOUT ROWID;
  INSERT INTO former_spendings SELECT scope, key, micro_usd, tokens FROM spendings;
  CREATE TABLE former_events (last_rowid INTEGER NOT NULL);
  INSERT INTO former_events SELECT coalesce(max(rowid), 0) FROM events;
`;

/** The table of costs is folded anew with what its marks had forgotten between two looks. */
const COSTS = `
  -- Calls that a fork copied without their end, as JSON: their cost is the other session's.
  ALTER TABLE cost_marks ADD COLUMN not_own TEXT NOT NULL DEFAULT '[]';
  DELETE FROM costs;
  DELETE FROM cost_marks;
`;
