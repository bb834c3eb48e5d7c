import { describe, expect, it } from 'vitest';
import { isUnknown, spentWords, unknownWords } from '../../../../../renderer/features/costs/cost-words.ts';
import { group } from './sample-groups.ts';

describe('what was spent, in words', () => {
  it('is a sum where all is known', () => {
    const counts = group('a', { usd: 1.5, calls: 4 });
    expect(spentWords(counts)).toBe('$1.50');
    expect(unknownWords(counts)).toBeUndefined();
  });

  it('is unknown and never zero where nothing is known', () => {
    const counts = group('a', { calls: 2, unknown_calls: 2 });
    expect(isUnknown(counts)).toBe(true);
    expect(spentWords(counts)).toBe('unknown');
    expect(unknownWords(counts)).toMatch(/^The cost of 2 calls is unknown/);
  });

  it('says that there is more than the sum', () => {
    const counts = group('a', { usd: 0.25, calls: 3, unknown_calls: 1 });
    expect(spentWords(counts)).toBe('$0.25 + unknown');
    expect(unknownWords(counts)).toMatch(/^The cost of 1 call of 3 is unknown/);
  });

  it('is zero where there was nothing', () => {
    expect(spentWords(group('a', { calls: 0 }))).toBe('$0');
    expect(isUnknown(group('a', { calls: 0 }))).toBe(false);
  });
});
