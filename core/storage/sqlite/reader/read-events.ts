import type Database from 'better-sqlite3';
import type { DecodedRow } from '../../decode-row.ts';
import type { QuarantinedEvent } from '../../event-store.ts';

export interface ReadRequest {
  readonly kind: 'read';
  readonly stream: string;
  readonly after: number;
  /** Most rows of this batch; it may end earlier by its size. */
  readonly limit: number;
  readonly without: readonly string[];
  readonly withoutAnswers?: boolean;
}

export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly data: string;
  readonly prev: string;
  readonly hash: string;
}

/** Seven places a row: seq, type, version, at, text, prev, hash. */
export const READ_WIDTH = 7;

export interface ReadBatch {
  readonly rows: readonly (string | number)[];
  /** Last sequence number that was looked at. */
  readonly through: number;
  readonly end: boolean;
}

/** What the main thread parses in about a millisecond, in UTF-16 units. */
const MOST_TEXT = 256 * 1024;
const QUARANTINE_ROWS = 1_000;

export type Decode = (row: Pick<EventRow, 'seq' | 'type' | 'version' | 'data'>) => DecodedRow;

export interface EventReader {
  read(request: ReadRequest): ReadBatch;
  quarantined(
    stream: string,
    after: number,
  ): { readonly found: readonly QuarantinedEvent[]; readonly through: number; readonly end: boolean };
}

export const openEventReader = (database: Database.Database, decode: Decode): EventReader => {
  const rowsWhere = (condition: string) =>
    database.prepare<[string, number, string], EventRow>(
      `SELECT seq, type, version, at, data, prev, hash FROM events
       WHERE session_id = ? AND seq > ? AND type NOT IN (SELECT value FROM json_each(?)) ${condition} ORDER BY seq`,
    );
  const rowsAfter = rowsWhere('');
  const rowsWithoutAnswers = rowsWhere(
    `AND NOT (type = 'call-ended' AND json_valid(data) AND data ->> '$.outcome.kind' IS 'answered')`,
  );
  return {
    read: ({ stream, after, limit, without, withoutAnswers }) => {
      const rows: (string | number)[] = [];
      let through = after;
      let size = 0;
      let count = 0;
      const matching = withoutAnswers ? rowsWithoutAnswers : rowsAfter;
      for (const row of matching.iterate(stream, after, JSON.stringify(without))) {
        if (count >= limit || size >= MOST_TEXT) return { rows, through, end: false };
        through = row.seq;
        const decoded = decode(row);
        if (decoded.kind === 'unreadable') continue;
        count += 1;
        size += decoded.text.length;
        rows.push(row.seq, row.type, decoded.version, row.at, decoded.text, row.prev, row.hash);
      }
      return { rows, through, end: true };
    },
    quarantined: (stream, after) => {
      const found: QuarantinedEvent[] = [];
      let through = after;
      let count = 0;
      for (const row of rowsAfter.iterate(stream, after, '[]')) {
        if (count >= QUARANTINE_ROWS) return { found, through, end: false };
        count += 1;
        through = row.seq;
        const decoded = decode(row);
        if (decoded.kind === 'unreadable') {
          found.push({ sessionId: stream, seq: row.seq, type: row.type, message: decoded.message });
        }
      }
      return { found, through, end: true };
    },
  };
};
