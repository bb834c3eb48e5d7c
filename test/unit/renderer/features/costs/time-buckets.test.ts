import { describe, expect, it } from 'vitest';
import {
  momentOf,
  shortKey,
  timeBuckets,
  unitFor,
} from '../../../../../renderer/features/costs/time-buckets.ts';
import { group } from './sample-groups.ts';

const at = (year: number, month: number, day: number, hour = 0) => new Date(year, month, day, hour).getTime();
const from = at(2026, 10, 19);
const to = at(2026, 10, 21, 14);

describe('timeBuckets', () => {
  it('has a bucket for every day, those in which nothing was spent too', () => {
    const buckets = timeBuckets(
      [group('2026-11-19', { usd: 0.5, calls: 2 }), group('2026-11-21', { unknown_calls: 1 })],
      'day',
      from,
      to,
    );
    expect(buckets).toEqual([
      { key: '2026-11-19', usd: 0.5, calls: 2, unknownCalls: 0 },
      { key: '2026-11-20', usd: 0, calls: 0, unknownCalls: 0 },
      { key: '2026-11-21', usd: 0, calls: 1, unknownCalls: 1 },
    ]);
  });

  it('has an hour for every hour', () => {
    const buckets = timeBuckets([], 'hour', at(2026, 10, 20, 22), at(2026, 10, 21, 1));
    expect(buckets.map(({ key }) => key)).toEqual([
      '2026-11-20T22',
      '2026-11-20T23',
      '2026-11-21T00',
      '2026-11-21T01',
    ]);
  });

  it('adds days up to months', () => {
    const buckets = timeBuckets(
      [group('2025-12-31', { usd: 1 }), group('2026-01-01', { usd: 2 }), group('2026-01-31', { usd: 3 })],
      'month',
      at(2025, 11, 1),
      at(2026, 0, 31),
    );
    expect(buckets.map(({ key, usd }) => [key, usd])).toEqual([
      ['2025-12', 1],
      ['2026-01', 5],
    ]);
  });

  it('keeps the latest where there are too many', () => {
    const buckets = timeBuckets([], 'day', at(2020, 0, 1), to);
    expect(buckets).toHaveLength(124);
    expect(buckets.at(-1)?.key).toBe('2026-11-21');
  });
});

describe('unitFor', () => {
  it('is finer for shorter stretches', () => {
    expect(unitFor(at(2026, 10, 21), to)).toBe('hour');
    expect(unitFor(at(2026, 10, 1), to)).toBe('day');
    expect(unitFor(at(2024, 10, 1), to)).toBe('month');
  });
});

describe('keys', () => {
  it('name a moment and are read by people', () => {
    expect(momentOf('2026-11-21T14')).toBe(to);
    expect(momentOf('2026-11-19')).toBe(from);
    expect(momentOf('nothing')).toBeUndefined();
    expect(shortKey('hour', '2026-11-21T14')).toBe('14:00');
    expect(shortKey('day', '2026-11-21')).toBe('21 Nov');
    expect(shortKey('month', '2026-11')).toBe('Nov 2026');
    expect(shortKey('day', 'other')).toBe('other');
  });
});
