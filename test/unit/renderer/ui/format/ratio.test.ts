import { describe, expect, it } from 'vitest';
import { formatRatio, formatSpeed } from '../../../../../renderer/ui/format/ratio.ts';

describe('formatRatio', () => {
  it('has two digits, and a dash for what was not measured', () => {
    expect(formatRatio(0.8)).toBe('0.80');
    expect(formatRatio(1)).toBe('1.00');
    expect(formatRatio(null)).toBe('–');
  });
});

describe('formatSpeed', () => {
  it('drops the tenths where they do not matter', () => {
    expect(formatSpeed(41.3)).toBe('41 tok/s');
    expect(formatSpeed(3.46)).toBe('3.5 tok/s');
    expect(formatSpeed(1250)).toBe('1,250 tok/s');
    expect(formatSpeed(null)).toBe('– tok/s');
    expect(formatSpeed(Number.POSITIVE_INFINITY)).toBe('– tok/s');
  });
});
