import { describe, expect, it } from 'vitest';
import { localDay } from '../../../../core/ledger/local-day.ts';

describe('localDay', () => {
  it('is the date on the wall', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 0, 1).getTime())).toBe('2026-01-05');
    expect(localDay(new Date(2026, 10, 21, 23, 59, 59).getTime())).toBe('2026-11-21');
  });
});
