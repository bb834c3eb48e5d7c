import { describe, expect, it } from 'vitest';
import { decodeRow } from '../../../../../../core/storage/decode-row.ts';
import { openReader } from '../../../../../../core/storage/sqlite/reader/reader.ts';
import type { ReaderRequest } from '../../../../../../core/storage/sqlite/reader/reader-messages.ts';
import { openJournal } from '../../../../../../core/storage/sqlite/writer/journal.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import { sessionIdOf, taskIdOf, wholeSession } from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, clock, insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);

const open = async () => {
  const file = await openEventDatabase();
  const head = insertSession(file, id, wholeSession(id, 2));
  const projections = openProjections(file.database, clock, {});
  while (projections.step(true));
  const reader = openReader({ ...file, decode: (row) => decodeRow(row, {}), upcasters: {} });
  return { ...file, head, reader };
};

describe('openReader', () => {
  it('answers every request', async () => {
    const { reader, head, database } = await open();
    const partial = {
      taskId: taskIdOf(9),
      callId: '9.1',
      round: 3,
      speakerIndex: 1,
      agent: 'Apollo',
      kind: 'rebuttal',
      text: 'half',
      at: 4,
    } as const;
    openJournal(database).keep(id, [partial]);
    const requests: readonly (readonly [ReaderRequest, unknown])[] = [
      [{ kind: 'head', stream: id }, head],
      [
        { kind: 'read', stream: id, after: 7, limit: 1, without: [] },
        { through: 8, end: false },
      ],
      [
        { kind: 'quarantined', stream: id, after: 0 },
        { found: [], end: true },
      ],
      [{ kind: 'owner', sessionId: id, now: AT }, undefined],
      [{ kind: 'partials', sessionId: id }, [partial]],
      [{ kind: 'sessions', query: { limit: 5 }, now: AT }, { total: 1 }],
      [
        { kind: 'session', sessionId: id, now: AT },
        { id, turns: 2 },
      ],
      [{ kind: 'interrupted', now: AT }, []],
      [
        { kind: 'turns', sessionId: id, after: 1, limit: 5 },
        { total: 2, looked: 1 },
      ],
      [{ kind: 'search', query: 'warmed', limit: 5 }, [{ seq: 5 }, { seq: 8 }]],
      [
        { kind: 'verify', stream: id, progress: null },
        { kind: 'done', result: { ok: true } },
      ],
      [{ kind: 'statistics' }, { events: 9, bytes: expect.any(Number) }],
    ];
    for (const [request, value] of requests) {
      const outcome = reader(request);
      if (value === undefined) expect(outcome).toEqual({ ok: true, value });
      else expect(outcome).toMatchObject({ ok: true, value });
    }
  });

  it('answers with a failure instead of throwing', async () => {
    const { reader, database, path } = await open();
    database.exec('DROP TABLE journal');
    expect(reader({ kind: 'partials', sessionId: id })).toMatchObject({
      ok: false,
      failure: { code: 'storage/failed', where: { file: path } },
    });
    database.exec('DROP TABLE sessions');
    expect(reader({ kind: 'sessions', query: { limit: 1 }, now: 0 }).ok).toBe(false);
  });
});
