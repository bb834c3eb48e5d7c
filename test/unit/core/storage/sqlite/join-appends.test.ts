import { describe, expect, it } from 'vitest';
import { joinAppends } from '../../../../../core/storage/sqlite/join-appends.ts';
import type { AppendOperation } from '../../../../../core/storage/sqlite/messages.ts';

const row = (hash: string) => ['turn-started', 1, 1000, '{}', hash];
const append = (count: number, hash: string, more: Partial<AppendOperation> = {}): AppendOperation => ({
  kind: 'append',
  sessionId: 'one',
  token: 'token',
  count,
  hash,
  rows: row(`hash ${count + 1}`),
  ...more,
});
const first = () => append(0, 'genesis');

describe('joinAppends', () => {
  it('makes one of two that follow each other, on the head of the first', () => {
    const joined = joinAppends(first(), append(1, 'hash 1'));
    expect(joined).toEqual({ ...first(), rows: [...row('hash 1'), ...row('hash 2')] });
    const third = joined && joinAppends(joined, append(2, 'hash 2'));
    expect(third?.rows).toEqual([...row('hash 1'), ...row('hash 2'), ...row('hash 3')]);
  });

  it('keeps what they settle, in order', () => {
    const settles = (callId: string) => ({ settlements: [{ callId, microUsd: 0, tokens: 0 }] });
    const callsOf = (one: AppendOperation, other: AppendOperation) =>
      joinAppends(one, other)?.settlements?.map(({ callId }) => callId);
    const [a, b] = [append(0, 'genesis', settles('1.1')), append(1, 'hash 1', settles('2.1'))];
    expect(callsOf(first(), b)).toEqual(['2.1']);
    expect(callsOf(a, append(1, 'hash 1'))).toEqual(['1.1']);
    expect(callsOf(append(0, 'genesis', settles('1.1')), b)).toEqual(['1.1', '2.1']);
  });

  it.each([
    ['another session', append(1, 'hash 1', { sessionId: 'other' })],
    ['another lease', append(1, 'hash 1', { token: 'other' })],
    ['another head', append(1, 'hash 2')],
  ])('leaves an append of %s alone', (_, second) => {
    const before = first();
    expect(joinAppends(before, second)).toBeNull();
    expect(before).toEqual(first());
  });

  it('leaves other operations alone', () => {
    const release = { kind: 'release', sessionId: 'one', token: 'token', ownerId: 'me' } as const;
    expect(joinAppends(release, first())).toBeNull();
    expect(joinAppends(first(), release)).toBeNull();
  });
});
