import type Database from 'better-sqlite3';

/** Columns of `events`. */
const WIDTH = 8;
/** Rows that go into one statement: the call costs as much as a short row. */
const ROWS_AT_ONCE = 8;

/** Inserts finished rows, several in one statement; `flush` before anything that looks at the table. */
export interface EventRows {
  add(
    sessionId: string,
    seq: number,
    type: string,
    version: number,
    at: number,
    data: string,
    prev: string,
    hash: string,
  ): void;
  flush(): void;
  /** Forgets what was added and not flushed. */
  reset(): void;
}

export const openEventRows = (database: Database.Database): EventRows => {
  const places = '(?, ?, ?, ?, ?, ?, ?, ?)';
  const one = database.prepare(`INSERT INTO events VALUES ${places}`);
  const several = database.prepare(
    `INSERT INTO events VALUES ${Array(ROWS_AT_ONCE).fill(places).join(', ')}`,
  );
  const values: (string | number)[] = new Array(WIDTH * ROWS_AT_ONCE);
  let filled = 0;
  return {
    add: (sessionId, seq, type, version, at, data, prev, hash) => {
      values[filled] = sessionId;
      values[filled + 1] = seq;
      values[filled + 2] = type;
      values[filled + 3] = version;
      values[filled + 4] = at;
      values[filled + 5] = data;
      values[filled + 6] = prev;
      values[filled + 7] = hash;
      filled += WIDTH;
      if (filled === values.length) {
        filled = 0;
        several.run(values);
      }
    },
    flush: () => {
      const end = filled;
      filled = 0;
      for (let index = 0; index < end; index += WIDTH) one.run(values.slice(index, index + WIDTH));
    },
    reset: () => {
      filled = 0;
    },
  };
};
