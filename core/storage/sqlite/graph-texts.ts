import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What the event of a saved graph holds of its text. */
export const graphTextHash = (text: string): string => hash('sha256', text.toWellFormed());

/** The text of a version, wherever it is: of its own, or in its event where it was saved by an older layout. */
export const openGraphText = (
  database: Database.Database,
): ((id: string, version: number, seq: number) => string | undefined) => {
  const text = database
    .prepare<[string, number, number], string | null>(
      `SELECT coalesce((SELECT text FROM graph_texts WHERE id = ? AND version = ?),
         (SELECT CASE WHEN json_valid(data) THEN data ->> '$.text' END FROM events
          WHERE session_id = 'system' AND seq = ?))`,
    )
    .pluck();
  return (id, version, seq) => text.get(id, version, seq) ?? undefined;
};

interface HashRow {
  readonly id: string;
  readonly version: number;
  readonly text: string | null;
  readonly hash: string;
}

/** The first version whose text is not the one that its event names, like `g, version 2`; null where all are. */
export const changedGraphText = (database: Database.Database): string | null => {
  const rows = database.prepare<[], HashRow>(
    `SELECT saved.id AS id, saved.version AS version, texts.text AS text, events.data ->> '$.text_hash' AS hash
     FROM graph_versions AS saved
       JOIN events ON events.session_id = 'system' AND events.seq = saved.seq AND json_valid(events.data)
       LEFT JOIN graph_texts AS texts ON texts.id = saved.id AND texts.version = saved.version
     WHERE events.data ->> '$.text_hash' IS NOT NULL ORDER BY saved.id, saved.version`,
  );
  for (const { id, version, text, hash: named } of rows.iterate()) {
    if (text === null || graphTextHash(text) !== named) return `${id}, version ${version}`;
  }
  return null;
};
