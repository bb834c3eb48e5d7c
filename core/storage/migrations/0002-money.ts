import type Database from 'better-sqlite3';

/** Money: what is reserved and spent against the budgets of the data folder, and the costs for the rollups. */
export const createMoney = (database: Database.Database): void => {
  database.exec(LEDGER);
  database.exec(COSTS);
};

/** Not folded from the events: what is reserved must hold before an event says so. */
const LEDGER = `
  CREATE TABLE reservations (
    session_id TEXT NOT NULL,
    call_id TEXT NOT NULL,
    -- Local date and project whose budgets it counts for.
    day TEXT NOT NULL,
    project TEXT NOT NULL,
    micro_usd INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- Who reserved it, for calls without a session.
    pid INTEGER NOT NULL,
    process_started_at INTEGER NOT NULL,
    process_mark TEXT,
    host TEXT NOT NULL,
    PRIMARY KEY (session_id, call_id)
  ) WITHOUT ROWID;
  CREATE INDEX reservations_by_day ON reservations (day);
  CREATE INDEX reservations_by_project ON reservations (project);

  CREATE TABLE spendings (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    micro_usd INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) WITHOUT ROWID;
`;

/** Can be dropped and refolded from the events. */
const COSTS = `
  CREATE TABLE costs (
    session_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    agent TEXT NOT NULL,
    project TEXT NOT NULL,
    -- Null is unknown.
    micro_usd INTEGER,
    estimated INTEGER NOT NULL,
    cached INTEGER NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    cached_read INTEGER NOT NULL,
    cached_write INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    -- The price table that was used; null where none was needed or none knows the model.
    price_table TEXT,
    PRIMARY KEY (session_id, seq)
  ) WITHOUT ROWID;
  CREATE INDEX costs_by_time ON costs (at);

  -- How far the events of a stream are folded into "costs".
  CREATE TABLE cost_marks (
    session_id TEXT NOT NULL PRIMARY KEY,
    folded INTEGER NOT NULL,
    project TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Last event that a fork copied: what it cost was paid by the session it comes from.
    copied INTEGER NOT NULL
  ) WITHOUT ROWID;
`;
