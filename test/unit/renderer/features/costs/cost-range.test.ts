import { describe, expect, it } from 'vitest';
import { asCostRange, boundsOf, dayText } from '../../../../../renderer/features/costs/cost-range.ts';

const now = new Date(2026, 10, 21, 14, 30).getTime();

describe('boundsOf', () => {
  it('begins at midnight of the first of so many days, and goes on', () => {
    expect(boundsOf({ kind: 'last', days: 1 }, now)).toEqual({ from: new Date(2026, 10, 21).getTime() });
    expect(boundsOf({ kind: 'last', days: 7 }, now)).toEqual({ from: new Date(2026, 10, 15).getTime() });
  });

  it('is unbounded for all', () => {
    expect(boundsOf({ kind: 'all' }, now)).toEqual({});
  });

  it('holds both days of two dates', () => {
    expect(boundsOf({ kind: 'dates', first: '2026-11-01', last: '2026-11-01' }, now)).toEqual({
      from: new Date(2026, 10, 1).getTime(),
      to: new Date(2026, 10, 2).getTime(),
    });
  });

  it.each([
    ['', '2026-11-01'],
    ['2026-11-02', '2026-11-01'],
    ['2026-02-31', '2026-11-01'],
    ['soon', 'later'],
  ])('knows no bounds of %j to %j', (first, last) => {
    expect(boundsOf({ kind: 'dates', first, last }, now)).toBeUndefined();
  });
});

describe('dayText', () => {
  it('is the local day', () => {
    expect(dayText(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
  });
});

describe('asCostRange', () => {
  it.each([
    { kind: 'all' },
    { kind: 'last', days: 30 },
    { kind: 'dates', first: '2026-11-01', last: '2026-11-02' },
  ])('reads %j back', (range) => {
    expect(asCostRange(JSON.parse(JSON.stringify(range)))).toEqual(range);
  });

  it.each([null, 'all', {}, { kind: 'last', days: 'x' }, { kind: 'dates', first: 1 }])(
    'refuses %j',
    (stored) => {
      expect(asCostRange(stored)).toBeUndefined();
    },
  );
});
