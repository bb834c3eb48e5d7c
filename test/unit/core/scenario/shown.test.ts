import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, shown } from '../../../../core/scenario/shown.ts';

describe('shown', () => {
  it.each([
    [undefined, 'empty'],
    [null, 'empty'],
    ['', 'an empty text'],
    ['x', '"x"'],
    [-3, '-3'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{ a: 1 }, 'a mapping of keys'],
  ])('%j is %s', (value, words) => {
    expect(shown(value)).toBe(words);
  });

  it('never shows more than 80 characters of a text, on one line, without marks that hide or turn', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = shown(text);
        expect(words.length).toBeLessThan(100);
        expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { verbose: true, numRuns: 60 },
    );
  });

  it('says how long a cut text is', () => {
    expect(quoted('z'.repeat(5_000))).toBe(`"${'z'.repeat(60)}..." (5000 characters)`);
  });
});
