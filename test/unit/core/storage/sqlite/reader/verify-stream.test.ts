import { describe, expect, it } from 'vitest';
import { decodeRow } from '../../../../../../core/storage/decode-row.ts';
import {
  openVerifyStream,
  type VerifyProgress,
} from '../../../../../../core/storage/sqlite/reader/verify-stream.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import { sessionIdOf, wholeSession } from '../../../../../conformance/event-store/sample-drafts.ts';
import { clock, type EventDatabase, insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);

const open = async (turns: number) => {
  const file = await openEventDatabase();
  insertSession(file, id, wholeSession(id, turns));
  const projections = openProjections(file.database, clock, {});
  while (projections.step(false));
  return file;
};
/** Runs all steps, with the progress sent through a message in between. */
const verify = ({ database }: EventDatabase, stream: string = id) => {
  const step = openVerifyStream(database, (row) => decodeRow(row, {}), {});
  let progress: VerifyProgress | null = null;
  for (let steps = 1; ; steps += 1) {
    const result = step(stream, progress);
    if (result.kind === 'done') return { ...result.result, steps };
    progress = structuredClone(result.progress);
  }
};
/** Runs with the guards out of the way. */
const tamper = ({ database }: EventDatabase, sql: string) => {
  for (const name of ['replaced', 'changed', 'deleted']) database.exec(`DROP TRIGGER events_are_not_${name}`);
  database.exec(sql);
};

describe('openVerifyStream', () => {
  it('checks a long session in steps', async () => {
    expect(verify(await open(1_500))).toEqual({
      ok: true,
      events: 4_503,
      first_problem: null,
      projections_equal: true,
      projection_problem: null,
      steps: 3,
    });
  });

  it.each([5, 1_999, 2_000, 2_001, 4_503])('names a change at %i, wherever a step ends', async (seq) => {
    const file = await open(1_500);
    tamper(file, `UPDATE events SET data = data || ' ' WHERE seq = ${seq}`);
    expect(verify(file)).toMatchObject({ ok: false, first_problem: { seq, kind: 'changed' } });
  });

  it('finds a row that is there twice at the end of a step', async () => {
    const file = await open(1_500);
    tamper(file, 'DROP INDEX events_by_stream; INSERT INTO events SELECT * FROM events WHERE seq = 2000');
    expect(verify(file)).toMatchObject({ first_problem: { seq: 2_000, kind: 'duplicated' } });
  });

  it('names the first of several', async () => {
    const file = await open(10);
    tamper(file, `UPDATE events SET at = 0 WHERE seq IN (9, 12); DELETE FROM events WHERE seq = 20`);
    expect(verify(file)).toMatchObject({ first_problem: { seq: 9, kind: 'changed' } });
  });

  const projections: readonly (readonly [string, string])[] = [
    ['the state', `UPDATE sessions SET state = replace(state, 'edge', 'egde')`],
    ['the words', `UPDATE sessions SET words = ''`],
    ['how far it is folded', 'UPDATE sessions SET folded = folded - 1'],
    ['a turn that is missing', 'DELETE FROM turns WHERE position = 9'],
    ['a turn that is too many', `INSERT INTO turns (session_id, position, seq) VALUES ('${id}', 10, 3)`],
    ['a turn in the wrong place', 'UPDATE turns SET seq = 6 WHERE position = 3'],
    ['the whole row', 'DELETE FROM sessions'],
  ];
  it.each(projections)('sees a projection that differs in %s', async (_what, sql) => {
    const file = await open(10);
    file.database.exec(sql);
    expect(verify(file)).toMatchObject({ ok: true, projections_equal: false });
  });

  it('has nothing to say against a stream without rows and head', async () => {
    expect(verify(await open(1), 'system')).toMatchObject({ ok: true, events: 0, projections_equal: true });
  });
});
