import { describe, expect, it } from 'vitest';
import {
  exactCount,
  exactTokens,
  formatCount,
  formatTokens,
  plural,
} from '../../../../../renderer/ui/format/count.ts';

describe('formatCount', () => {
  it.each([
    [null, '–'],
    [0, '0'],
    [512, '512'],
    [999, '999'],
    [1000, '1.0k'],
    [3240, '3.2k'],
    [9949, '9.9k'],
    [9950, '10k'],
    [48_210, '48k'],
    [999_499, '999k'],
    [999_500, '1.0M'],
    [1_240_000, '1.2M'],
    [48_000_000, '48M'],
  ])('shows %s as %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});

describe('exactCount', () => {
  it('separates thousands, and says when nothing is known', () => {
    expect(exactCount(48_210)).toBe('48,210');
    expect(exactCount(null)).toBe('unknown');
  });
});

describe('plural', () => {
  it('agrees with the number', () => {
    expect(plural(1, 'turn')).toBe('1 turn');
    expect(plural(12_000, 'turn')).toBe('12,000 turns');
    expect(plural(2, 'reply', 'replies')).toBe('2 replies');
  });
});

describe('tokens', () => {
  it('carry their unit', () => {
    expect(formatTokens(3200)).toBe('3.2k tokens');
    expect(exactTokens(3200)).toBe('3,200 tokens');
    expect(exactTokens(1)).toBe('1 token');
  });
});
