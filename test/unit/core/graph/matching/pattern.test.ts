import { describe, expect, it } from 'vitest';
import { isWordUnit } from '../../../../../core/graph/matching/pattern.ts';

describe('isWordUnit', () => {
  it('means letters, digits and the low line, as \\w does', () => {
    for (let unit = 0; unit < 0x250; unit += 1) {
      expect(isWordUnit(unit)).toBe(/\w/.test(String.fromCharCode(unit)));
    }
  });
});
