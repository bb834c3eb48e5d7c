import type Database from 'better-sqlite3';

/** A row of `graph_versions`. */
export interface GraphRow {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly name: string;
  readonly note: string;
  readonly nodes: number;
  readonly errors: number;
  readonly at: number;
}

interface EventRow extends GraphRow {
  readonly type: 'graph-saved' | 'graph-deleted';
}

/**
 * What `graph_versions` holds by the events of the stream `system` alone, in the order of the table. A graph begins
 * anew after it was deleted; a row that cannot be read is left out.
 */
export const graphRowsOf = (database: Database.Database): readonly GraphRow[] => {
  const events = database
    .prepare<[], EventRow>(
      `SELECT type, data ->> '$.id' AS id, data ->> '$.version' AS version, seq, data ->> '$.name' AS name,
         data ->> '$.note' AS note, data ->> '$.nodes' AS nodes, data ->> '$.errors' AS errors, at
       FROM events
       WHERE session_id = 'system' AND type IN ('graph-saved', 'graph-deleted') AND json_valid(data)
       ORDER BY seq`,
    )
    .all();
  const graphs = new Map<string, GraphRow[]>();
  for (const { type, ...row } of events) {
    const rows = graphs.get(row.id) ?? [];
    if (type === 'graph-deleted') graphs.delete(row.id);
    else graphs.set(row.id, [...rows, row]);
  }
  return [...graphs.entries()]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, rows]) => rows.toSorted((left, right) => left.version - right.version));
};

/** Fills `graph_versions` from the events; inside the caller's transaction. */
export const refoldGraphs = (database: Database.Database): void => {
  database.exec('DELETE FROM graph_versions');
  const put = database.prepare('INSERT INTO graph_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { id, version, seq, name, note, nodes, errors, at } of graphRowsOf(database)) {
    put.run(id, version, seq, name, note, nodes, errors, at);
  }
};

/** Whether the table is what the events come to. */
export const graphsAreFolded = (database: Database.Database): boolean => {
  const stored = database.prepare<[], GraphRow>(
    'SELECT id, version, seq, name, note, nodes, errors, at FROM graph_versions ORDER BY id, version',
  );
  return JSON.stringify(stored.all()) === JSON.stringify(graphRowsOf(database));
};
