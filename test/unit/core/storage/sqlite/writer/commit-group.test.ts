import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../../../core/effects/index.ts';
import type { GroupOperation } from '../../../../../../core/storage/sqlite/messages.ts';
import {
  type GroupItem,
  openCommitGroup,
} from '../../../../../../core/storage/sqlite/writer/commit-group.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import {
  createdDraft,
  sessionIdOf,
  settingsDraft,
  taskIdOf,
  turnDraft,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { appendOf, clock, countRows, leaseFor, openEventDatabase } from '../event-database.ts';

const [a, b] = [sessionIdOf(1), sessionIdOf(2)];

const open = async (time: Clock = clock) => {
  const file = await openEventDatabase();
  const group = openCommitGroup(file.database, openLeases(file.database), file.path, time);
  /** Runs the operations as one group; each in a batch of its own. */
  const run = (operations: readonly GroupOperation[], calledOff: readonly number[] = []) => {
    const items: GroupItem[] = operations.map((operation, index) => ({
      operation,
      batch: index,
      index: 0,
      outcome: null,
    }));
    let next = 0;
    group.run({ next: () => items[next++] ?? null, calledOff: new Set(calledOff) });
    return items.map(({ outcome }) => (outcome?.ok ? 'ok' : outcome?.failure.code));
  };
  const create = (...ids: readonly (typeof a)[]) =>
    run(ids.map((id) => ({ kind: 'create-session', lease: leaseFor(id) })));
  return { ...file, group, run, create };
};

describe('a group of commits', () => {
  it('commits everything together, heads included', async () => {
    const file = await open();
    file.create(a, b);
    const first = appendOf(a, [createdDraft(), turnDraft(a, 1)]);
    const second = appendOf(a, [turnDraft(a, 2)], first.head);
    const other = appendOf(b, [createdDraft()]);
    expect(file.run([first.operation, other.operation, second.operation])).toEqual(['ok', 'ok', 'ok']);
    expect(file.database.prepare('SELECT * FROM heads ORDER BY session_id').all()).toEqual([
      { session_id: a, ...second.head },
      { session_id: b, ...other.head },
    ]);
    expect(countRows(file, 'events')).toBe(4);
    expect(file.database.inTransaction).toBe(false);
  });

  it('refuses a writer whose lease is gone, or whose head is not the stored one, alone', async () => {
    const file = await open();
    file.create(a, b);
    const first = appendOf(a, [createdDraft()]);
    const good = appendOf(b, [createdDraft()]);
    const stale = appendOf(b, [turnDraft(b, 1)], { count: 3, hash: 'x' });
    const wrong = { ...appendOf(a, [turnDraft(a, 1)], first.head).operation, token: 'old' };
    expect(file.run([first.operation, wrong, good.operation, stale.operation])).toEqual([
      'ok',
      'storage/fenced',
      'ok',
      'storage/fenced',
    ]);
    expect(countRows(file, 'events')).toBe(2);
  });

  it('sees a lease that another connection took meanwhile', async () => {
    const file = await open();
    file.create(a);
    const first = appendOf(a, [createdDraft()]);
    file.run([first.operation]);
    const other = new Database(file.path);
    other.prepare(`UPDATE leases SET token = 'theirs' WHERE session_id = ?`).run(a);
    const next = appendOf(a, [turnDraft(a, 1)], first.head);
    const journal = { kind: 'journal', sessionId: a, token: 'token', partials: [], cleared: [] } as const;
    expect(file.run([next.operation, journal])).toEqual(['storage/fenced', 'storage/fenced']);
    other.prepare(`UPDATE leases SET token = 'token' WHERE session_id = ?`).run(a);
    other.close();
    expect(file.run([next.operation])).toEqual(['ok']);
  });

  it('forgets what it knew of a session when it is told to', async () => {
    const file = await open();
    file.create(a);
    const first = appendOf(a, [createdDraft()]);
    file.run([first.operation]);
    file.database.prepare('DELETE FROM leases').run();
    file.group.forget(a);
    expect(file.run([appendOf(a, [turnDraft(a, 1)], first.head).operation])).toEqual(['storage/fenced']);
  });

  it('keeps the trouble of one session from the others', async () => {
    const file = await open();
    file.create(a, b);
    // A row that is in the way of session a only.
    file.database.prepare(`INSERT INTO events VALUES (?, 2, 't', 1, 1, '{}', '', '')`).run(a);
    const bad = appendOf(a, [createdDraft(), turnDraft(a, 1)]);
    const good = appendOf(b, [createdDraft(), turnDraft(b, 1)]);
    const more = appendOf(b, [turnDraft(b, 2)], good.head);
    const system: GroupOperation = {
      kind: 'append-system',
      rows: ['settings-changed', 1, 1, '{"changes":{}}'],
    };
    expect(file.run([good.operation, bad.operation, system, more.operation])).toEqual([
      'ok',
      'storage/failed',
      'ok',
      'ok',
    ]);
    expect(file.database.prepare('SELECT session_id, count FROM heads ORDER BY session_id').all()).toEqual([
      { session_id: b, count: 3 },
      { session_id: 'system', count: 1 },
    ]);
    // The row in the way, and none of the bad append.
    expect(file.database.prepare('SELECT seq FROM events WHERE session_id = ?').pluck().all(a)).toEqual([2]);
  });

  it('says that the disk is full, stores nothing of it, and goes on when there is room', async () => {
    const file = await open();
    file.create(a, b);
    const pages = file.database.pragma('page_count', { simple: true }) as number;
    file.database.pragma(`max_page_count = ${pages + 3}`);
    const large = appendOf(
      a,
      Array.from({ length: 200 }, (_, index) => turnDraft(a, index)),
    );
    const small = appendOf(b, [settingsDraft(1)]);
    // A full disk is full for a large append; a small one may still fit.
    expect(file.run([large.operation, small.operation])).toEqual(['storage/full', 'ok']);
    expect(countRows(file, 'events')).toBe(1);
    expect(file.database.inTransaction).toBe(false);
    file.database.pragma('max_page_count = 1000000');
    expect(file.run([large.operation])).toEqual(['ok']);
  });

  it('says "locked" to all when another connection holds the database for long', async () => {
    let elapsed = 0;
    const impatient: Clock = {
      ...clock,
      elapsed: () => {
        elapsed += 2_000;
        return elapsed;
      },
    };
    const file = await open(impatient);
    file.create(a, b);
    const other = new Database(file.path);
    other.exec('BEGIN IMMEDIATE');
    const operations = [appendOf(a, [createdDraft()]).operation, appendOf(b, [createdDraft()]).operation];
    expect(file.run(operations)).toEqual(['storage/locked', 'storage/locked']);
    other.exec('ROLLBACK');
    other.close();
    expect(file.run(operations)).toEqual(['ok', 'ok']);
  });

  it('leaves out a batch that was called off', async () => {
    const file = await open();
    file.create(a, b);
    const off = appendOf(a, [createdDraft()]);
    const good = appendOf(b, [createdDraft()]);
    const outcomes = file.run(
      [good.operation, off.operation, appendOf(b, [turnDraft(b, 1)], good.head).operation],
      [1],
    );
    expect(outcomes).toEqual(['ok', 'ok', 'ok']);
    expect(file.database.prepare('SELECT session_id FROM events').pluck().all()).toEqual([b, b]);
    // As if it had never been asked: the same head can be sealed on again.
    expect(file.run([off.operation])).toEqual(['ok']);
  });

  it('runs leases, journal and appends of one group in their order', async () => {
    const file = await open();
    const first = appendOf(a, [createdDraft()]);
    const partial = {
      taskId: taskIdOf(1),
      callId: '1.1',
      round: 1,
      speakerIndex: 0,
      agent: 'Athena',
      kind: 'rebuttal',
      text: 'half',
      at: 1,
    } as const;
    const again = leaseFor(a, 'second', { ...leaseFor(a).owner });
    expect(
      file.run([
        { kind: 'create-session', lease: leaseFor(a) },
        first.operation,
        { kind: 'journal', sessionId: a, token: 'token', partials: [partial], cleared: [] },
        { kind: 'release', sessionId: a, token: 'token', ownerId: leaseFor(a).owner.ownerId },
        { kind: 'take-session', lease: again },
        { kind: 'journal', sessionId: a, token: 'token', partials: [], cleared: [taskIdOf(1)] },
        appendOf(a, [turnDraft(a, 1)], first.head, 'second').operation,
      ]),
    ).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'storage/fenced', 'ok']);
    expect(countRows(file, 'journal')).toBe(1);
    expect(countRows(file, 'events')).toBe(2);
  });
});
