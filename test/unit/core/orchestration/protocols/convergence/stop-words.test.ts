import { describe, expect, it } from 'vitest';
import { isNegator } from '../../../../../../core/orchestration/protocols/convergence/negation.ts';
import { stopWords } from '../../../../../../core/orchestration/protocols/convergence/stop-words.ts';
import { clausesOf } from '../../../../../../core/orchestration/protocols/convergence/words.ts';

describe('stopWords', () => {
  it('holds each word as the reader of texts sees it', () => {
    for (const word of stopWords) expect(clausesOf(word)).toEqual([[word]]);
  });

  it('holds English and German words without content', () => {
    for (const word of ['the', 'would', "it's", 'und', 'für', 'können'])
      expect(stopWords.has(word)).toBe(true);
    for (const word of ['tram', 'cheap', 'straße', '']) expect(stopWords.has(word)).toBe(false);
  });

  it('holds no negation, since that is a stand', () => {
    expect([...stopWords].filter(isNegator)).toEqual([]);
  });
});
