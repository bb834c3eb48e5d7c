import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../core/contract/index.ts';
import { openChangeFeed } from '../../../../../core/storage/sqlite/change-feed.ts';
import { type TailOptions, tailStream } from '../../../../../core/storage/sqlite/tail-stream.ts';

const eventOf = (seq: number): RunEvent => ({
  seq,
  session_id: 's',
  type: 'settings-changed',
  version: 1,
  at: 0,
  data: { changes: {} },
  prev: '',
  hash: '',
});
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => eventOf(from + index));

/** A log in memory that counts how often it is read. */
const open = (changes: Partial<TailOptions> = {}) => {
  const stored: RunEvent[] = [];
  const feed = openChangeFeed(() => {});
  const abort = new AbortController();
  let reads = 0;
  const tail = tailStream({
    sessionId: 's',
    after: 0,
    signal: abort.signal,
    feed,
    isOwnedHere: () => true,
    isCurrent: () => false,
    isThere: async () => stored.length > 0,
    read: async function* (after) {
      reads += 1;
      const events = stored.filter(({ seq }) => seq > after);
      if (events.length > 0) yield { events, through: events.at(-1)?.seq ?? after };
    },
    ...changes,
  });
  const commit = (from: number, to: number) => {
    stored.push(...range(from, to));
    feed.tell({ kind: 'events', sessionId: 's', events: range(from, to) });
  };
  const seqs = async () => {
    const result = await tail.next();
    return result.done ? 'done' : result.value.map(({ seq }) => seq);
  };
  return { stored, feed, abort, tail, commit, seqs, reads: () => reads };
};

describe('tailStream', () => {
  it('gives what is stored, then commits as they were told, without reading again', async () => {
    const log = open();
    log.stored.push(...range(1, 3));
    expect(await log.seqs()).toEqual([1, 2, 3]);
    log.commit(4, 4);
    log.commit(5, 6);
    expect([await log.seqs(), await log.seqs()]).toEqual([[4], [5, 6]]);
    expect(log.reads()).toBe(1);
  });

  it('does not read at all when nothing can be stored beyond its place', async () => {
    const log = open({ isCurrent: () => true });
    const next = log.seqs();
    log.commit(1, 2);
    expect(await next).toEqual([1, 2]);
    expect(log.reads()).toBe(0);
  });

  it('passes over what was told twice and reads what was not told', async () => {
    const log = open();
    log.stored.push(...range(1, 2));
    expect(await log.seqs()).toEqual([1, 2]);
    log.feed.tell({ kind: 'events', sessionId: 's', events: range(2, 3) });
    expect(await log.seqs()).toEqual([3]);
    log.stored.push(...range(4, 6));
    log.feed.tell({ kind: 'events', sessionId: 's', events: range(6, 6) });
    expect(await log.seqs()).toEqual([4, 5, 6]);
  });

  it('reads after a commit of another process, unless the session is held here', async () => {
    let owned = true;
    const log = open({ isOwnedHere: () => owned });
    log.stored.push(...range(1, 1));
    expect(await log.seqs()).toEqual([1]);
    const next = log.seqs();
    log.feed.tell({ kind: 'foreign' });
    owned = false;
    log.stored.push(...range(2, 2));
    log.feed.tell({ kind: 'foreign' });
    expect(await next).toEqual([2]);
  });

  it('goes past rows that cannot be read', async () => {
    let calls = 0;
    const log = open({
      read: async function* (after) {
        calls += 1;
        if (calls === 1) yield { events: range(1, 1), through: 4 };
        else expect(after).toBe(5);
      },
    });
    expect(await log.seqs()).toEqual([1]);
    log.commit(5, 5);
    expect(await log.seqs()).toEqual([5]);
  });

  // The last commit of 257 is the one that is too many to remember.
  it.each([257, 398])('reads instead of remembering when its reader misses %i commits', async (commits) => {
    const log = open();
    log.stored.push(...range(1, 1));
    expect(await log.seqs()).toEqual([1]);
    for (let seq = 2; seq <= commits + 1; seq += 1) log.commit(seq, seq);
    expect(await log.seqs()).toEqual(range(2, commits + 1).map(({ seq }) => seq));
    expect(log.reads()).toBe(2);
  });

  it('hears of its own stream only', async () => {
    const log = open({ isCurrent: () => true });
    const next = log.seqs();
    log.feed.tell({ kind: 'events', sessionId: 'other', events: range(1, 1) });
    log.feed.tell({ kind: 'deleted', sessionId: 'other' });
    log.commit(1, 1);
    expect(await next).toEqual([1]);
  });

  it.each<readonly [string, (log: ReturnType<typeof open>) => void]>([
    ['the signal fires', (log) => log.abort.abort()],
    ['the session is deleted', (log) => log.feed.tell({ kind: 'deleted', sessionId: 's' })],
  ])('ends when %s, and listens no more', async (_why, end) => {
    const watching: boolean[] = [];
    const feed = openChangeFeed((on) => watching.push(on));
    const log = { ...open({ feed }), feed };
    log.stored.push(...range(1, 1));
    expect(await log.seqs()).toEqual([1]);
    const next = log.seqs();
    end(log);
    expect(await next).toBe('done');
    expect(watching).toEqual([true, false]);
  });

  it('ends when another process has deleted the session', async () => {
    const log = open({ isOwnedHere: () => false });
    log.stored.push(...range(1, 1));
    expect(await log.seqs()).toEqual([1]);
    const next = log.seqs();
    log.stored.splice(0);
    log.feed.tell({ kind: 'foreign' });
    expect(await next).toBe('done');
  });

  it('passes an error of the database on, and listens no more', async () => {
    const watching: boolean[] = [];
    const log = open({
      feed: openChangeFeed((on) => watching.push(on)),
      // biome-ignore lint/correctness/useYield: it fails before it has anything to give.
      read: async function* () {
        throw new Error('unreadable');
      },
    });
    await expect(log.tail.next()).rejects.toThrow('unreadable');
    expect(watching).toEqual([true, false]);
  });
});
