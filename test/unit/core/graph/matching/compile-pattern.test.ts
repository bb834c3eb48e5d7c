import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../../core/graph/matching/compile-pattern.ts';

const test = (pattern: string, text: string) => {
  const matcher = compilePattern(pattern);
  return matcher.ok ? matcher.test(text) : matcher.problem;
};

/** Patterns of everything that both engines know. */
const { pattern: arbitraryPattern } = fc.letrec<{ atom: string; sequence: string; pattern: string }>(
  (tie) => ({
    atom: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'a',
        'b',
        'C',
        '.',
        '\\d',
        '\\w',
        '\\s',
        '\\S',
        '[ab]',
        '[^a]',
        '[a-c1-3]',
        '[A-C-]',
        '\\.',
        '-',
      ),
      tie('pattern').map((inside) => `(?:${inside})`),
    ),
    sequence: fc
      .array(
        fc.oneof(
          fc.constantFrom('^', '$', '\\b', '\\B'),
          fc
            .tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '+?'))
            .map(([atom, sign]) => atom + sign),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
    pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|')),
  }),
);

describe('compilePattern', () => {
  it('finds what the language itself finds', () => {
    fc.assert(
      fc.property(
        arbitraryPattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'C', '1', '.', '-', ' ', '\n'), maxLength: 8 }),
        (pattern, text) => {
          expect(test(pattern, text)).toBe(new RegExp(pattern, 'i').test(text));
        },
      ),
      { numRuns: 3000, verbose: true },
    );
  });

  it.each([
    ['(a+)+$', false],
    ['(a|a)*b', false],
    ['(a|aa)+$', false],
    ['(.*a){20}', true],
    ['([a-z]+)*\\d', false],
    ['(x+x+)+y', false],
  ])('is linear where others explode: %s', (pattern, answer) => {
    expect(test(pattern, `${'a'.repeat(50_000)}!`)).toBe(answer);
  });

  it('refuses what would be too large, and looks at the first 100,000 characters', () => {
    expect(test('((a{50}){50}){50}', 'a')).toMatch(/too long/);
    expect(test('z', `${'a'.repeat(99_999)}z`)).toBe(true);
    expect(test('z', `${'a'.repeat(100_000)}z`)).toBe(false);
  });
});
