import { describe, expect, it } from 'vitest';
import { exactMoment, formatAgo } from '../../../../../renderer/ui/format/moment.ts';

const now = new Date(2025, 5, 15, 12, 0, 0).getTime();
const minute = 60_000;

describe('formatAgo', () => {
  it.each([
    [0, 'just now'],
    [44_000, 'just now'],
    [50_000, '1 min ago'],
    [4 * minute, '4 min ago'],
    [60 * minute, '1 h ago'],
    [3 * 60 * minute, '3 h ago'],
    [24 * 60 * minute, '1 d ago'],
    [30 * 24 * 60 * minute, '16 May'],
    [400 * 24 * 60 * minute, '11 May 2024'],
  ])('%s ms back is %s', (age, text) => {
    expect(formatAgo(now - age, now)).toBe(text);
  });

  it('takes a clock that is a little ahead for now', () => {
    expect(formatAgo(now + 2000, now)).toBe('just now');
  });
});

describe('exactMoment', () => {
  it('is the local time to the second', () => {
    expect(exactMoment(new Date(2025, 0, 5, 4, 3, 7).getTime())).toBe('2025-01-05 04:03:07');
  });
});
