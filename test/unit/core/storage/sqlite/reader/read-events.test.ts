import { describe, expect, it } from 'vitest';
import { decodeRow } from '../../../../../../core/storage/decode-row.ts';
import { openEventReader, READ_WIDTH } from '../../../../../../core/storage/sqlite/reader/read-events.ts';
import {
  createdDraft,
  sessionIdOf,
  turnDraft,
  wholeSession,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);
const open = async (drafts = wholeSession(id, 4)) => {
  const file = await openEventDatabase();
  insertSession(file, id, drafts);
  const reader = openEventReader(file.database, (row) => decodeRow(row, {}));
  const read = (after: number, limit: number, ...without: readonly string[]) => {
    const batch = reader.read({ kind: 'read', stream: id, after, limit, without });
    return {
      ...batch,
      rows: Array.from({ length: batch.rows.length / READ_WIDTH }, (_, row) => batch.rows[row * READ_WIDTH]),
    };
  };
  return { ...file, reader, read };
};

describe('openEventReader', () => {
  it('reads so many rows after a place, and says whether that was the end', async () => {
    const { read } = await open();
    expect(read(0, 3)).toEqual({ rows: [1, 2, 3], through: 3, end: false });
    expect(read(13, 10)).toEqual({ rows: [14, 15], through: 15, end: true });
    expect(read(15, 10)).toEqual({ rows: [], through: 15, end: true });
    expect(read(12, 3)).toEqual({ rows: [13, 14, 15], through: 15, end: true });
  });

  it('leaves out types, without losing its place', async () => {
    const { read } = await open();
    expect(read(0, 2, 'session-created', 'call-started')).toEqual({ rows: [2, 4], through: 4, end: false });
    expect(read(13, 9, 'turn-ended', 'session-ended')).toEqual({ rows: [], through: 13, end: true });
  });

  it('ends a batch whose text is long', async () => {
    const long = 'x'.repeat(100_000);
    const { read } = await open([
      createdDraft(),
      ...Array.from({ length: 9 }, (_, index) => turnDraft(id, index, long)),
    ]);
    const first = read(0, 100);
    expect(first.rows.length).toBeLessThan(5);
    expect(first.end).toBe(false);
  });

  it('goes past rows it cannot read and lists them', async () => {
    const { database, read, reader } = await open();
    database.prepare(`INSERT INTO events VALUES (?, 16, 'turn-ended', 1, 1, '{}', '', '')`).run(id);
    database.prepare(`INSERT INTO events VALUES (?, 17, 'odd', 1, 1, '{}', '', '')`).run(id);
    expect(read(14, 9)).toEqual({ rows: [15], through: 17, end: true });
    expect(reader.quarantined(id, 0)).toEqual({
      found: [
        { sessionId: id, seq: 16, type: 'turn-ended', message: expect.stringContaining('turn-ended') },
        { sessionId: id, seq: 17, type: 'odd', message: expect.stringContaining('"odd"') },
      ],
      through: 17,
      end: true,
    });
  });

  it('lists in bounded steps', async () => {
    const { reader } = await open(wholeSession(id, 400));
    expect(reader.quarantined(id, 0)).toMatchObject({ found: [], through: 1_000, end: false });
    expect(reader.quarantined(id, 1_000)).toMatchObject({ found: [], through: 1_203, end: true });
  });
});
