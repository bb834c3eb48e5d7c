import { describe, expect, it } from 'vitest';
import { fourDecimals } from '../../../../../../core/orchestration/protocols/convergence/four-decimals.ts';

describe('fourDecimals', () => {
  it('keeps four decimals, rounded', () => {
    expect(fourDecimals(2 / 3)).toBe(0.6667);
    expect(fourDecimals(1 / 3)).toBe(0.3333);
    expect(fourDecimals(0)).toBe(0);
    expect(fourDecimals(1)).toBe(1);
  });

  it('changes nothing when asked again', () => {
    for (let part = 0; part <= 997; part += 1) {
      const once = fourDecimals(part / 997);
      expect(fourDecimals(once)).toBe(once);
      expect(String(once).length).toBeLessThanOrEqual('0.1234'.length);
    }
  });
});
