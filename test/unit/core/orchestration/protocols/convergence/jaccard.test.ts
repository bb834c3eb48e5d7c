import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard } from '../../../../../../core/orchestration/protocols/convergence/jaccard.ts';

const words = (text: string) => new Map([...text].map((letter) => [letter, true] as const));
const someWords = fc.array(fc.constantFrom(...'abcdefgh')).map((letters) => words(letters.join('')));

describe('jaccard', () => {
  it('is the shared part of both sets', () => {
    expect(jaccard(words('abc'), words('bcd'))).toBe(0.5);
    expect(jaccard(words('a'), words('abcd'))).toBe(0.25);
    expect(jaccard(words('ab'), words('cd'))).toBe(0);
    expect(jaccard(words('ab'), words(''))).toBe(0);
  });

  it('has no value where neither set has anything', () => {
    expect(jaccard(words(''), words(''))).toBeNull();
  });

  it('lies between 0 and 1, does not depend on the order, and is 1 just for equal sets', () => {
    fc.assert(
      fc.property(someWords, someWords, (first, second) => {
        const value = jaccard(first, second);
        expect(value).toBe(jaccard(second, first));
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const equal = [...first.keys()].sort().join() === [...second.keys()].sort().join();
        expect(value === 1).toBe(equal);
      }),
      { seed: 1912 },
    );
  });
});
