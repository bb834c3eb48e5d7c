import type Database from 'better-sqlite3';

/**
 * Texts of saved graphs, apart from the log, so that deleting a graph can take them away; their events hold the
 * hashes. Versions that were saved before keep their texts in their events, which nothing is taken from.
 */
export const createGraphTexts = (database: Database.Database): void => {
  database.exec(TEXTS);
};

const TEXTS = `
  CREATE TABLE graph_texts (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id, version)
  );
`;
