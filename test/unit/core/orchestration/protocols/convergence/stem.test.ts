import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../../../../../core/orchestration/protocols/convergence/stem.ts';

describe('stem', () => {
  it('brings the forms of a word together', () => {
    expect(new Set(['build', 'builds', 'building', 'buildings'].map(stem))).toEqual(new Set(['build']));
    expect(new Set(['walk', 'walked', 'walks', 'walker'].map(stem))).toEqual(new Set(['walk']));
    expect(new Set(['planung', 'planungen', 'planen', 'plane'].map(stem))).toEqual(new Set(['plan']));
    expect(stem('policies')).toBe(stem('policy'));
  });

  it('leaves short words and words with figures as they are', () => {
    for (const word of ['bus', 'used', 'tree', '10s', '2000er', '1.5kmes']) expect(stem(word)).toBe(word);
  });

  it('keeps words apart that differ in an umlaut', () => {
    expect(stem('fordern')).not.toBe(stem('fördern'));
  });

  it('always leaves a beginning of the word, of four letters at least', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß]{1,14}$/), (word) => {
        const found = stem(word);
        expect(word.startsWith(found)).toBe(true);
        expect(found.length).toBeGreaterThanOrEqual(Math.min(4, word.length));
      }),
      { seed: 41 },
    );
  });
});
