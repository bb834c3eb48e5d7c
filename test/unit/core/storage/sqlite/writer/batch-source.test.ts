import { describe, expect, it } from 'vitest';
import type { GroupOperation, ToWriter } from '../../../../../../core/storage/sqlite/messages.ts';
import { openBatchSource } from '../../../../../../core/storage/sqlite/writer/batch-source.ts';
import { COMMITTED } from '../../../../../../core/storage/sqlite/writer/commit-group.ts';

type Batch = Extract<ToWriter, { kind: 'batch' }>;

const operation = (sessionId: string): GroupOperation => ({
  kind: 'release',
  sessionId,
  token: 't',
  ownerId: 'o',
});
const batch = (number: number, ids: string, part?: 'more' | 'abort'): Batch => ({
  kind: 'batch',
  number,
  operations: [...ids].map(operation),
  ...(part && { part }),
});

const open = (first: Batch, ...rest: readonly ToWriter[]) => {
  const waiting = [...rest];
  let waits = 0;
  const source = openBatchSource(first, {
    receive: () => waiting.shift(),
    waitForPart: () => {
      waits += 1;
      const next = waiting.shift();
      if (!next) throw new Error('nobody sends the next part');
      return next;
    },
  });
  const all = () => {
    const given: string[] = [];
    for (let item = source.next(); item; item = source.next()) {
      if ('sessionId' in item.operation) given.push(`${item.operation.sessionId}${item.batch}.${item.index}`);
    }
    return given;
  };
  return { source, all, waits: () => waits, waiting };
};

describe('openBatchSource', () => {
  it('gives a batch, and all that have come in behind it', () => {
    const { source, all, waits } = open(batch(4, 'ab'), batch(5, ''), batch(6, 'c'));
    expect(all()).toEqual(['a4.0', 'b4.1', 'c6.0']);
    expect([source.through, source.held, waits()]).toEqual([6, undefined, 0]);
  });

  it('waits for the rest of a batch in parts, and counts on in it', () => {
    const { source, all, waits } = open(
      batch(1, 'a', 'more'),
      batch(1, 'bc', 'more'),
      batch(1, 'd'),
      batch(2, 'e'),
    );
    expect(all()).toEqual(['a1.0', 'b1.1', 'c1.2', 'd1.3', 'e2.0']);
    expect([source.through, waits()]).toEqual([2, 2]);
    expect(source.calledOff.size).toBe(0);
  });

  it('keeps a message that is not for the group, and takes nothing behind it', () => {
    const request: ToWriter = { kind: 'request', id: 1, request: { kind: 'refold' } };
    const { source, all, waiting } = open(batch(1, 'a'), request, batch(2, 'b'));
    expect(all()).toEqual(['a1.0']);
    expect([source.through, source.held, waiting.length]).toEqual([1, request, 1]);
    expect(source.next()).toBeNull();
  });

  it('knows a batch that was called off, and goes on behind it', () => {
    const { source, all } = open(batch(1, 'a'), batch(2, 'b', 'more'), batch(2, '', 'abort'), batch(3, 'c'));
    expect(all()).toEqual(['a1.0', 'b2.0', 'c3.0']);
    expect([...source.calledOff]).toEqual([2]);
    expect(source.through).toBe(3);
  });

  it('ends a group that has grown large, but never inside a batch', () => {
    const many = 'x'.repeat(5_000);
    const { all, waiting } = open(batch(1, many, 'more'), batch(1, 'y'), batch(2, 'z'));
    expect(all()).toHaveLength(5_001);
    expect(waiting).toHaveLength(1);
  });

  it('answers for what is not simply committed', () => {
    const { source, all } = open(batch(1, 'ab'), batch(2, 'c'));
    all();
    const failure = { code: 'storage/fenced', message: 'm' } as const;
    const [a, b, c] = source.items;
    if (!a || !b || !c) throw new Error('three items were given');
    a.outcome = COMMITTED;
    b.outcome = { ok: false, failure };
    c.outcome = { ok: true, value: 7 };
    expect(source.outcomes()).toEqual([
      { batch: 1, index: 1, outcome: { ok: false, failure } },
      { batch: 2, index: 0, outcome: { ok: true, value: 7 } },
    ]);
  });
});
