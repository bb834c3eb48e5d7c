import { describe, expect, it } from 'vitest';
import {
  type LexicalFindings,
  lexicalWhy,
} from '../../../../../../core/orchestration/protocols/convergence/lexical-why.ts';
import { position } from './position.ts';

const furthest = {
  first: position('Athena', 'red tram here tomorrow'),
  second: position('Apollo', 'green tram'),
  value: 1 / 4,
  opposed: null,
};
const findings = (changes: Partial<LexicalFindings>): LexicalFindings => ({
  value: 0.5,
  threshold: 0.8,
  furthest,
  clash: null,
  outlying: false,
  silent: [],
  ...changes,
});

describe('lexicalWhy', () => {
  it('names the furthest pair and the words that part it', () => {
    expect(lexicalWhy(findings({}))).toBe(
      'Similarity of words 0.5 below 0.8: Athena and Apollo are furthest apart (0.25); only Athena speaks of red and tomorrow, only Apollo of green.',
    );
  });

  it('is a whole sentence too when only one of the two has words of their own', () => {
    const [richer, poorer] = [position('Athena', 'red tram tomorrow'), position('Apollo', 'tram tomorrow')];
    const whyOf = (first: typeof richer, second: typeof richer) =>
      lexicalWhy(findings({ furthest: { ...furthest, first, second } }));
    expect(whyOf(richer, poorer)).toMatch(/\(0\.25\); only Athena speaks of red\.$/);
    expect(whyOf(poorer, richer)).toMatch(/\(0\.25\); only Athena speaks of red\.$/);
  });

  it('names one who says something else although the mean is high', () => {
    const why = lexicalWhy(findings({ value: 0.9, outlying: true }));
    expect(why).toContain('Similarity of words 0.9 reaches 0.8: Athena and Apollo are furthest apart (0.25)');
  });

  it('names the opposite stands behind alike words', () => {
    const clash = { ...furthest, opposed: 'Athena is for, Apollo against' };
    for (const outlying of [true, false]) {
      expect(lexicalWhy(findings({ value: 0.9, clash, outlying }))).toBe(
        'The words are alike (0.9) but the stands are not: Athena is for, Apollo against.',
      );
    }
  });

  it('names who has not spoken', () => {
    expect(lexicalWhy(findings({ value: 0.9, silent: ['Hermes', 'Zeus'] }))).toBe(
      'The positions are alike (0.9), but Hermes and Zeus stated none yet.',
    );
  });

  it('says why it is agreement', () => {
    expect(lexicalWhy(findings({ value: 0.9 }))).toBe(
      'The positions are alike: similarity of words 0.9 reaches 0.8, and no stand opposes another.',
    );
  });

  it('says when there is nothing to compare', () => {
    expect(lexicalWhy(findings({ value: null, furthest: null }))).toBe(
      'Fewer than two positions with content stand against each other in this round.',
    );
  });
});
