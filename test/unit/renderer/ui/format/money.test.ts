import { describe, expect, it } from 'vitest';
import { exactMoney, formatMoney, formatMoneyRange } from '../../../../../renderer/ui/format/money.ts';

describe('formatMoney', () => {
  it.each([
    [null, '–'],
    [0, '$0'],
    [12.4, '$12.40'],
    [1234.5, '$1,234.50'],
    [0.42, '$0.42'],
    [0.15, '$0.15'],
    [0.0814, '$0.0814'],
    [0.025, '$0.0250'],
    [0.0043, '$0.0043'],
    [0.000043, '$0.000043'],
    [0.0000001, '<$0.000001'],
    [0.09996, '$0.10'],
    [-0.42, '-$0.42'],
  ])('shows %s as %s', (usd, text) => {
    expect(formatMoney(usd)).toBe(text);
  });
});

describe('exactMoney', () => {
  it('keeps every recorded digit and says when nothing is known', () => {
    expect(exactMoney(0.012345)).toBe('$0.012345');
    expect(exactMoney(null)).toBe('cost unknown');
  });
});

describe('formatMoneyRange', () => {
  it('has one amount where both read the same', () => {
    expect(formatMoneyRange(0.15, 0.22)).toBe('$0.15 – $0.22');
    expect(formatMoneyRange(0.151, 0.152)).toBe('$0.15');
    expect(formatMoneyRange(0, 0)).toBe('$0');
  });
});
