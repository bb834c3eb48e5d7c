import { expect, it } from 'vitest';
import { totals } from '../../../../scripts/run/totals.mjs';

const result = (passed: number, failed: number, skipped: number) => ({
  passed,
  failed,
  skipped,
  note: '',
  output: '',
});

it('totals sums up, and speaks of skipped tests only where there are some', () => {
  expect(totals([result(3, 0, 0), result(4, 1, 0)])).toEqual({ line: '7 passed, 1 failed', failed: 1 });
  expect(totals([result(3, 0, 2), result(0, 0, 1)])).toEqual({
    line: '3 passed, 0 failed, 3 skipped',
    failed: 0,
  });
  expect(totals([]).line).toBe('0 passed, 0 failed');
});
