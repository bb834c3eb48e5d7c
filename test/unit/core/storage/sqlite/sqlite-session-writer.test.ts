import { describe, expect, it } from 'vitest';
import { type FakeEffects, fakeEffects } from '../../../../../core/effects/index.ts';
import { genesisHash } from '../../../../../core/storage/event-chain.ts';
import type { Head, PartialText } from '../../../../../core/storage/event-store.ts';
import type { GroupOperation } from '../../../../../core/storage/sqlite/messages.ts';
import { SqliteSessionWriter } from '../../../../../core/storage/sqlite/sqlite-session-writer.ts';
import type { Outcome } from '../../../../../core/storage/sqlite/storage-failure.ts';
import type { WriterClient } from '../../../../../core/storage/sqlite/writer-client.ts';
import {
  createdDraft,
  sessionIdOf,
  taskIdOf,
  turnDraft,
} from '../../../../conformance/event-store/sample-drafts.ts';
import { AT, leaseFor } from './event-database.ts';

const id = sessionIdOf(1);
const full: Outcome = { ok: false, failure: { code: 'storage/full', message: 'The disk is full.' } };
const done: Outcome = { ok: true, value: undefined };

/** A queue that settles when the test says so. */
const open = (
  effects: FakeEffects = fakeEffects(AT),
  parts = false,
  head: Head = { count: 0, hash: genesisHash(id) },
  begins: GroupOperation | null = null,
) => {
  const queue: { readonly operation: GroupOperation; readonly settled: (outcome: Outcome) => void }[] = [];
  const sent: GroupOperation[] = [];
  const client: WriterClient = {
    submit: (operation, settled) => queue.push({ operation, settled }),
    stream: () =>
      parts
        ? {
            send: (operation) => sent.push(operation),
            end: (operation, settled) => queue.push({ operation, settled }),
            abort: () => sent.splice(0),
          }
        : undefined,
    request: () => Promise.resolve(undefined),
    onForeign: () => {},
    commits: 0,
    close: () => Promise.resolve(),
  };
  const committed: number[] = [];
  let closed = 0;
  const writer = new SqliteSessionWriter({
    sessionId: id,
    token: 'token',
    ownerId: 'owner',
    head,
    begins,
    client,
    clock: effects.clock,
    committed: (events) => committed.push(...events.map(({ seq }) => seq)),
    closed: () => {
      closed += 1;
    },
  });
  const settle = (outcome: Outcome = done) => queue.shift()?.settled(outcome);
  return { writer, queue, sent, committed, settle, effects, closed: () => closed };
};
const partial = (number: number, text: string): PartialText => ({
  taskId: taskIdOf(number),
  callId: `${number}.1`,
  round: 1,
  speakerIndex: 0,
  agent: 'Athena',
  kind: 'rebuttal',
  text,
  at: AT,
});

describe('SqliteSessionWriter', () => {
  it('has its beginning granted before anything it is given, and fails with it', async () => {
    const begins: GroupOperation = { kind: 'create-session', lease: leaseFor(id) };
    const { writer, queue, settle, closed } = open(fakeEffects(AT), false, undefined, begins);
    expect(queue.map(({ operation }) => operation)).toEqual([begins]);
    writer.append([createdDraft()], AT);
    const flushed = writer.flushed();
    settle(full);
    await expect(flushed).rejects.toMatchObject({ code: 'storage/full' });
    settle({ ok: false, failure: { code: 'storage/fenced', message: 'There is no lease.' } });
    expect(() => writer.append([turnDraft(id, 1)], AT)).toThrow('The disk is full.');
    const over = writer.close();
    settle();
    await over;
    expect(closed()).toBe(1);
  });

  it('tells of events only after their commit', async () => {
    const { writer, committed, settle } = open();
    writer.append([createdDraft()], AT);
    writer.append([turnDraft(id, 1), turnDraft(id, 2)], AT);
    expect([writer.pending, writer.head.count, committed]).toEqual([3, 3, []]);
    settle();
    expect([writer.pending, committed]).toEqual([2, [1]]);
    settle();
    expect([writer.pending, committed]).toEqual([0, [1, 2, 3]]);
  });

  it('is flushed when all that was appended before is stored, not what came after', async () => {
    const { writer, settle } = open();
    let flushed = 0;
    await writer.flushed();
    writer.append([createdDraft()], AT);
    const first = writer.flushed().then(() => {
      flushed += 1;
    });
    writer.append([turnDraft(id, 1)], AT);
    settle();
    await first;
    expect(flushed).toBe(1);
    expect(writer.pending).toBe(1);
  });

  it('seals each append on the one before', () => {
    const { writer, queue } = open();
    writer.append([createdDraft()], AT);
    const { head } = writer;
    writer.append([turnDraft(id, 1)], AT);
    expect(queue.map(({ operation }) => operation)).toMatchObject([
      { kind: 'append', token: 'token', count: 0, hash: genesisHash(id) },
      { kind: 'append', token: 'token', count: 1, hash: head.hash },
    ]);
  });

  it('posts a large append in parts that follow each other', () => {
    const { writer, queue, sent } = open(fakeEffects(AT), true);
    writer.append(
      Array.from({ length: 100 }, (_, index) => turnDraft(id, index)),
      AT,
    );
    const operations = [...sent, ...queue.map(({ operation }) => operation)];
    let rows = 0;
    let hash: unknown = genesisHash(id);
    for (const operation of operations) {
      if (operation.kind !== 'append') throw new Error('only appends are posted');
      expect([operation.count, operation.hash]).toEqual([rows, hash]);
      rows += operation.rows.length / 5;
      hash = operation.rows.at(-1);
    }
    expect([rows, hash]).toEqual([100, writer.head.hash]);
    expect(operations.length).toBeGreaterThan(4);
  });

  it('fails once and for all, and says so to everybody who waits', async () => {
    const { writer, settle, committed } = open();
    const failures: Error[] = [];
    writer.onFailure((error) => failures.push(error));
    writer.append([createdDraft()], AT);
    writer.append([turnDraft(id, 1)], AT);
    const waiting = writer.flushed();
    settle(full);
    await expect(waiting).rejects.toMatchObject({ code: 'storage/full' });
    settle({ ok: false, failure: { code: 'storage/fenced', message: 'later' } });
    expect(failures).toMatchObject([{ code: 'storage/full' }]);
    expect(committed).toEqual([]);
    expect(() => writer.append([turnDraft(id, 2)], AT)).toThrow('The disk is full.');
    expect(() => writer.journal([partial(1, 'x')])).toThrow('The disk is full.');
    await expect(writer.flushed()).rejects.toMatchObject({ code: 'storage/full' });
    writer.onFailure((error) => failures.push(error));
    expect(failures).toHaveLength(2);
  });

  it('journals with the next append, or by itself in half a second', async () => {
    const { writer, queue, settle, effects } = open();
    writer.journal([partial(1, 'a')]);
    writer.journal([partial(1, 'ab'), partial(2, 'x')]);
    expect(queue).toEqual([]);
    writer.append([createdDraft()], AT);
    expect(queue.map(({ operation }) => operation.kind)).toEqual(['append', 'journal']);
    expect(queue[1]?.operation).toMatchObject({ partials: [partial(1, 'ab'), partial(2, 'x')], cleared: [] });
    settle();
    settle();
    expect(effects.pendingTimers()).toBe(0);

    writer.journal([partial(2, 'xy')]);
    writer.clearJournal(taskIdOf(1));
    writer.clearJournal(taskIdOf(1));
    await effects.advance(500);
    expect(queue[0]?.operation).toMatchObject({ partials: [partial(2, 'xy')], cleared: [taskIdOf(1)] });
    const flushed = writer.flushed();
    settle();
    await flushed;
  });

  it('journals a turn again that it forgot, and forgets one that it journalled', async () => {
    const { writer, queue, effects } = open();
    writer.journal([partial(1, 'a'), partial(2, 'a')]);
    await effects.advance(500);
    writer.clearJournal(taskIdOf(1));
    writer.clearJournal(taskIdOf(2));
    writer.journal([partial(2, 'b')]);
    await effects.advance(500);
    expect(queue[1]?.operation).toMatchObject({ partials: [partial(2, 'b')], cleared: [taskIdOf(1)] });
    writer.clearJournal(taskIdOf(2));
    await effects.advance(500);
    expect(queue[2]?.operation).toMatchObject({ partials: [], cleared: [taskIdOf(2)] });
  });

  it('writes nothing about a turn whose text was never journalled, unless an earlier owner may have', async () => {
    const { writer, queue, effects } = open();
    writer.journal([partial(1, 'a')]);
    writer.clearJournal(taskIdOf(1));
    writer.clearJournal(taskIdOf(2));
    await effects.advance(500);
    expect(queue).toEqual([]);

    const taken = open(fakeEffects(AT), false, { count: 1, hash: genesisHash(id) });
    taken.writer.clearJournal(taskIdOf(2));
    await taken.effects.advance(500);
    expect(taken.queue[0]?.operation).toMatchObject({ cleared: [taskIdOf(2)] });
  });

  it('gives its lease back behind everything that was queued', async () => {
    const { writer, queue, settle, closed, effects } = open();
    writer.append([createdDraft()], AT);
    writer.journal([partial(1, 'a')]);
    const closing = writer.close();
    expect(writer.close()).toBe(closing);
    expect(queue.map(({ operation }) => operation.kind)).toEqual(['append', 'journal', 'release']);
    expect(() => writer.append([turnDraft(id, 1)], AT)).toThrow(/given back/);
    settle();
    settle();
    settle();
    await closing;
    expect([closed(), effects.pendingTimers()]).toEqual([1, 0]);
  });

  it('rejects closing when what was queued is lost, but not for what was told before', async () => {
    const lost = open();
    lost.writer.append([createdDraft()], AT);
    const closing = lost.writer.close();
    lost.settle(full);
    lost.settle();
    await expect(closing).rejects.toMatchObject({ code: 'storage/full' });
    expect(lost.closed()).toBe(1);

    const told = open();
    told.writer.append([createdDraft()], AT);
    told.settle(full);
    const after = told.writer.close();
    told.settle(full);
    await after;
    expect(told.closed()).toBe(1);
  });
});
