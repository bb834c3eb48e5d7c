import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { fakeEffects, realEffects } from '../../../../../../core/effects/index.ts';
import type { FromWriter, ToWriter, WriterRequest } from '../../../../../../core/storage/sqlite/messages.ts';
import { openWriterLoop } from '../../../../../../core/storage/sqlite/writer/writer-loop.ts';
import {
  createdDraft,
  sessionIdOf,
  turnDraft,
  wholeSession,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, appendOf, countRows, insertSession, leaseFor, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);

const open = async () => {
  const file = await openEventDatabase();
  const effects = fakeEffects(AT);
  const posted: FromWriter[] = [];
  const waiting: ToWriter[] = [];
  let closed = 0;
  const loop = openWriterLoop({
    ...file,
    // Timers of the test, but a clock that goes on: the loop looks a moment for its next message.
    clock: { ...effects.clock, elapsed: realEffects.clock.elapsed },
    upcasters: {},
    inbox: {
      receive: () => waiting.shift(),
      waitForPart: () => {
        throw new Error('there are no parts');
      },
    },
    post: (message) => posted.push(message),
    closed: () => {
      closed += 1;
    },
  });
  const requested = (request: WriterRequest, number = 1): ToWriter => ({
    kind: 'request',
    id: number,
    request,
  });
  const batch = (
    number: number,
    ...operations: Extract<ToWriter, { kind: 'batch' }>['operations']
  ): ToWriter => ({
    kind: 'batch',
    number,
    operations,
  });
  return { ...file, effects, posted, waiting, loop, requested, batch, closed: () => closed };
};

describe('the writer loop', () => {
  it('settles batches together with those behind them, then what is behind those', async () => {
    const { loop, posted, waiting, batch, requested } = await open();
    const first = appendOf(id, [createdDraft()]);
    waiting.push(
      batch(2, first.operation),
      batch(3, appendOf(id, [turnDraft(id, 1)], first.head).operation),
      requested({ kind: 'refresh', fullText: false }),
      batch(4, appendOf(id, [turnDraft(id, 1)]).operation),
    );
    loop.receive(batch(1, { kind: 'create-session', lease: leaseFor(id) }));
    expect(posted).toEqual([
      { kind: 'settled', through: 3, outcomes: [] },
      { kind: 'reply', id: 1, outcome: { ok: true, value: undefined } },
      {
        kind: 'settled',
        through: 4,
        outcomes: [{ batch: 4, index: 0, outcome: expect.objectContaining({ ok: false }) }],
      },
    ]);
  });

  it('brings the projections up to date when nothing was committed for a while', async () => {
    const file = await open();
    file.loop.receive(file.batch(1, { kind: 'create-session', lease: leaseFor(id) }));
    file.loop.receive(file.batch(2, appendOf(id, wholeSession(id, 5)).operation));
    expect(countRows(file, 'sessions')).toBe(0);
    await file.effects.advance(249);
    expect(countRows(file, 'sessions')).toBe(0);
    await file.effects.advance(1);
    expect(countRows(file, 'sessions')).toBe(1);
    expect(countRows(file, 'turn_search_docsize')).toBe(5);
  });

  it('leaves the rest of that to a later moment when something is to be committed', async () => {
    const file = await open();
    const many = 40;
    for (let number = 2; number < many + 2; number += 1) {
      insertSession(file, sessionIdOf(number), wholeSession(sessionIdOf(number), 60));
    }
    file.loop.receive(file.batch(1, { kind: 'create-session', lease: leaseFor(id) }));
    file.waiting.push(file.batch(2, appendOf(id, wholeSession(id, 5)).operation));
    await file.effects.advance(250);
    expect(file.posted.at(-1)).toEqual({ kind: 'settled', through: 2, outcomes: [] });
    expect(countRows(file, 'sessions')).toBeLessThan(many);
    await file.effects.advance(250);
    expect(countRows(file, 'sessions')).toBe(many + 1);
    expect(countRows(file, 'turn_search_docsize')).toBe(many * 60 + 5);
  });

  it('tells of commits of others while it is asked to, not of its own', async () => {
    const { loop, posted, path, effects, requested, batch } = await open();
    const other = new Database(path);
    insertSession({ database: other, path }, id, wholeSession(id, 1));
    loop.receive(requested({ kind: 'watch-foreign', on: true }));
    const foreign = () => posted.filter(({ kind }) => kind === 'foreign').length;
    expect(foreign()).toBe(1);
    loop.receive(batch(1, { kind: 'append-system', rows: ['settings-changed', 1, 1, '{}'] }));
    await effects.advance(1_000);
    expect(foreign()).toBe(1);
    insertSession({ database: other, path }, sessionIdOf(2), wholeSession(sessionIdOf(2), 1));
    await effects.advance(250);
    expect(foreign()).toBe(2);
    loop.receive(requested({ kind: 'watch-foreign', on: false }));
    insertSession({ database: other, path }, sessionIdOf(3), wholeSession(sessionIdOf(3), 1));
    await effects.advance(1_000);
    expect(foreign()).toBe(2);
    other.close();
  });

  it('beats for its sessions every few seconds', async () => {
    const file = await open();
    const beat = () => file.database.prepare('SELECT heartbeat_at FROM owners').pluck().get();
    await file.effects.advance(5_000);
    file.loop.receive(file.batch(1, { kind: 'create-session', lease: leaseFor(id) }));
    expect(beat()).toBe(AT);
    await file.effects.advance(4_000);
    expect(beat()).toBe(AT + 8_000);
  });

  it('answers a request that fails with what went wrong', async () => {
    const { loop, posted, requested, database } = await open();
    database.exec('DROP TABLE turns');
    loop.receive(requested({ kind: 'refold' }));
    expect(posted).toEqual([
      {
        kind: 'reply',
        id: 1,
        outcome: { ok: false, failure: expect.objectContaining({ code: 'storage/failed' }) },
      },
    ]);
  });

  it('closes in the middle of a long refresh, and leaves no timer and no lease', async () => {
    const file = await open();
    insertSession(file, sessionIdOf(2), wholeSession(sessionIdOf(2), 400));
    file.loop.receive(file.batch(1, { kind: 'create-session', lease: leaseFor(id) }));
    file.waiting.push(file.requested({ kind: 'close' }, 8));
    file.loop.receive(file.requested({ kind: 'refold' }, 7));
    expect(file.closed()).toBe(1);
    expect(file.database.open).toBe(false);
    expect(file.effects.pendingTimers()).toBe(0);
    const left = new Database(file.path);
    expect(left.prepare('SELECT count(*) FROM leases').pluck().get()).toBe(0);
    left.close();
  });
});
