import type Database from 'better-sqlite3';

/** Task graphs: the versions that were saved, drafts, and what a session says of graph and parent. */
export const createGraphs = (database: Database.Database): void => {
  database.exec(VERSIONS);
  database.exec(DRAFTS);
  database.exec(SESSIONS);
};

/** Can be dropped and refolded from the events of the stream `system`, which hold the texts. */
const VERSIONS = `
  CREATE TABLE graph_versions (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- Its event in the stream "system".
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    nodes INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id, version)
  ) WITHOUT ROWID;
`;

/** Edits that were not saved; a journal, so nothing refolds it. */
const DRAFTS = `
  CREATE TABLE graph_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    nodes INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    at INTEGER NOT NULL
  );
`;

/** Nothing that was stored before ran a graph, so old rows are right with the null that they get. */
const SESSIONS = `
  -- The session whose node this one is, and the stored graph that it runs.
  ALTER TABLE sessions ADD COLUMN parent TEXT;
  ALTER TABLE sessions ADD COLUMN graph TEXT;
  CREATE INDEX sessions_by_parent ON sessions (parent) WHERE parent IS NOT NULL;
  CREATE INDEX sessions_by_graph ON sessions (graph, created_at) WHERE graph IS NOT NULL;
`;
