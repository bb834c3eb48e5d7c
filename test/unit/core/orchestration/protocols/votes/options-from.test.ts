import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipped,
  MAX_OPTION_LENGTH,
  optionId,
  optionsFrom,
  sameTextKey,
} from '../../../../../../core/orchestration/protocols/votes/options-from.ts';

describe('optionId', () => {
  it('counts as columns are counted', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(optionId)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('never gives an id twice', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => optionId(index));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('sameTextKey', () => {
  it.each(['Use a mesh', ' use  a\tMESH. ', 'Use a\nmesh!?', 'use a mesh ;', 'Ｕｓｅ a mesh'])(
    'takes %j for the same',
    (text) => {
      expect(sameTextKey(text)).toBe('use a mesh');
    },
  );

  it('keeps what makes a difference', () => {
    expect(sameTextKey('Use no mesh')).not.toBe(sameTextKey('Use a mesh'));
    expect(sameTextKey('v1.2')).not.toBe(sameTextKey('v12'));
  });
});

describe('clipped', () => {
  it('leaves what fits and marks what was cut', () => {
    expect(clipped('exactly', 7)).toBe('exactly');
    expect(clipped('exactly so', 8)).toBe('exactly…');
  });

  it('never passes the limit and never splits a pair', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'é', '𝒳'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (words, limit) => {
        const cut = clipped(words, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        expect(words.length <= limit ? cut === words : words.startsWith(cut.slice(0, -1))).toBe(true);
      }),
      { seed: 22, verbose: true },
    );
  });
});

describe('optionsFrom', () => {
  it('keeps distinct texts in their order; of two equal ones the first keeps its author', () => {
    const entries = [
      { text: ' Mesh first ', by: 'Athena' },
      { text: 'A central core', by: 'Apollo' },
      { text: 'mesh first.', by: 'Hermes' },
      { text: '  ', by: 'Zeus' },
      { text: '?!', by: 'Hera' },
      { text: 'Both', by: null },
    ];
    expect(optionsFrom(entries)).toEqual([
      { id: 'A', text: 'Mesh first', by: 'Athena' },
      { id: 'B', text: 'A central core', by: 'Apollo' },
      { id: 'C', text: 'Both', by: null },
    ]);
  });

  it('tells long proposals apart by all of their words and shows a readable part', () => {
    const long = 'word '.repeat(200);
    const options = optionsFrom([
      { text: `${long}north`, by: 'Athena' },
      { text: `${long}south`, by: 'Apollo' },
    ]);
    expect(options.map((option) => option.id)).toEqual(['A', 'B']);
    for (const { text } of options) expect(text.length).toBeLessThanOrEqual(MAX_OPTION_LENGTH);
  });

  it('has an own id for each option, however many proposals there are', () => {
    const entry = fc.record({ text: fc.string({ maxLength: 3 }), by: fc.constantFrom('Athena', null) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 80 }), (entries) => {
        const options = optionsFrom(entries);
        expect(options.map((option) => option.id)).toEqual(options.map((_, index) => optionId(index)));
        const texts = options.map((option) => sameTextKey(option.text));
        expect(new Set(texts).size).toBe(texts.length);
        const wanted = new Set(entries.map(({ text }) => sameTextKey(text)).filter((key) => key !== ''));
        expect(new Set(texts)).toEqual(wanted);
      }),
      { seed: 23, verbose: true },
    );
  });
});
