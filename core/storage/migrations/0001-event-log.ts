import type Database from 'better-sqlite3';

/** The first layout: the log with its heads, the leases, the journal, the projections. */
export const createEventLog = (database: Database.Database): void => {
  database.exec(LOG);
  database.exec(LOG_FILLER);
  database.exec(OWNERSHIP);
  database.exec(PROJECTIONS);
};

/**
 * The guards hold for every program that opens the file. REPLACE would drop the row it collides with without
 * firing a delete trigger, so an insert must be beyond the head, and must not choose its rowid (SQLite shows
 * -1 to a BEFORE trigger where it will choose).
 */
const LOG = `
  CREATE TABLE events (
    session_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
  );
  CREATE UNIQUE INDEX events_by_stream ON events (session_id, seq);

  CREATE TABLE heads (
    session_id TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) WITHOUT ROWID;

  -- Holds a session's id while, and only while, a deletion of that session is under way in its transaction.
  CREATE TABLE deletions (session_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

  CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
  WHEN NEW.rowid <> -1
    OR EXISTS (SELECT 1 FROM heads WHERE session_id = NEW.session_id AND count >= NEW.seq)
  BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
  END;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
  BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
  END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
  WHEN NOT EXISTS (SELECT 1 FROM deletions WHERE session_id = OLD.session_id)
  BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
  END;
`;

/** One row of zeros, rewritten to bring the write-ahead log to its length before a session needs it. */
const LOG_FILLER = `
  CREATE TABLE log_filler (id INTEGER PRIMARY KEY, zeros BLOB NOT NULL);
`;

const OWNERSHIP = `
  CREATE TABLE owners (
    owner_id TEXT NOT NULL PRIMARY KEY,
    pid INTEGER NOT NULL,
    process_started_at INTEGER NOT NULL,
    process_mark TEXT,
    host TEXT NOT NULL,
    heartbeat_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE leases (
    session_id TEXT NOT NULL PRIMARY KEY,
    token TEXT NOT NULL,
    owner_id TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX leases_by_owner ON leases (owner_id);

  CREATE TABLE journal (
    session_id TEXT NOT NULL,
    task_id TEXT NOT NULL,
    call_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    speaker_index INTEGER NOT NULL,
    agent TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (session_id, task_id)
  );
`;

/** Everything here can be dropped and refolded from the events. */
const PROJECTIONS = `
  CREATE TABLE sessions (
    session_id TEXT NOT NULL PRIMARY KEY,
    -- Events folded so far; less than the head's count when the row is behind.
    folded INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    mode TEXT NOT NULL,
    status TEXT NOT NULL,
    outcome TEXT,
    -- Name, topic and participants in lower case, for the filter of the list.
    words TEXT NOT NULL,
    state TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sessions_by_age ON sessions (created_at, session_id);

  CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL,
    -- Place among the finished turns of the session, from 0.
    position INTEGER NOT NULL,
    seq INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX turns_by_session ON turns (session_id, position);

  -- The text stays in the events; the index finds it again through this view.
  CREATE VIEW turn_texts AS
    SELECT turns.id AS id,
      CASE WHEN json_valid(events.data) THEN events.data ->> '$.output.content' END AS content
    FROM turns JOIN events ON events.session_id = turns.session_id AND events.seq = turns.seq;
  CREATE VIRTUAL TABLE turn_search USING fts5 (
    content, content = 'turn_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO turn_search (turn_search, rank) VALUES ('secure-delete', 1);

  -- Last id of "turns" that is in the search index.
  CREATE TABLE search_mark (id INTEGER NOT NULL);
  INSERT INTO search_mark VALUES (0);
`;
