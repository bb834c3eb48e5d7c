import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaned, oneLine, onOneLine, quoted } from '../../../../../core/agents/prompt/quoted.ts';

/** Texts with what hostile ones are made of. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      '\u2029',
      '\u0085',
      '\v',
      '\f',
      '\0',
      '\u202e',
      '\ud800',
      '## ',
      '| ',
      '\t',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
});

describe('quoted', () => {
  it('marks every line, whatever a line ends with', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const lines = quoted(text).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
        expect(lines.every((line) => line.startsWith('| '))).toBe(true);
      }),
    );
  });

  it('keeps the words', () => {
    expect(quoted('a\r\nb\u2028## c')).toBe('| a\n| b\n| ## c');
  });
});

describe('cleaned', () => {
  it('leaves nothing that hides, turns round or is half a character', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const clean = cleaned(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
      }),
    );
  });

  it('leaves ordinary text of any script alone', () => {
    for (const text of ['plain\n\ttext', 'Grüße, 世界 👩‍👩‍👧', '']) expect(cleaned(text)).toBe(text);
  });
});

describe('onOneLine', () => {
  it('has no line end, no run of blanks, and is no longer than its limit', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 4, max: 60 }), (text, limit) => {
        const line = onOneLine(text, limit);
        expect(line.length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/[\n\r]|\s\s/);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });

  it('says that it was cut', () => {
    expect(oneLine('one two three', 9)).toBe('one two \u2026');
    expect(oneLine('one two', 9)).toBe('one two');
  });
});
