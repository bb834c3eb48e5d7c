import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../../core/providers/http/retry-after.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const waitOf = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), NOW);

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after-ms': '120' }, 120],
    [{ 'retry-after-ms': '120', 'retry-after': '20' }, 120],
    [{ 'retry-after-ms': 'soon', 'retry-after': '20' }, 20_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '99999999' }, 86_400_000],
  ])('%j is %d ms', (headers, ms) => {
    expect(waitOf(headers)).toBe(ms);
  });

  it('has no advice where there is none that can be read', () => {
    expect(waitOf({})).toBeUndefined();
    expect(waitOf({ 'retry-after': 'later' })).toBeUndefined();
    expect(waitOf({ 'retry-after-ms': '-5' })).toBeUndefined();
  });
});
