import { describe, expect, it } from 'vitest';
import { formatDuration, formatElapsed } from '../../../../../renderer/ui/format/duration.ts';

describe('formatDuration', () => {
  it.each([
    [null, '–'],
    [0, '0 ms'],
    [840, '840 ms'],
    [999.6, '1.0 s'],
    [2100, '2.1 s'],
    [59_940, '59.9 s'],
    [59_960, '1 m 0 s'],
    [192_000, '3 m 12 s'],
    [3_599_600, '1 h 0 m'],
    [3_900_000, '1 h 5 m'],
  ])('shows %s ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('formatElapsed', () => {
  it('counts whole seconds and never goes below zero', () => {
    expect(formatElapsed(-50)).toBe('0 s');
    expect(formatElapsed(4999)).toBe('4 s');
    expect(formatElapsed(102_900)).toBe('1 m 42 s');
  });
});
