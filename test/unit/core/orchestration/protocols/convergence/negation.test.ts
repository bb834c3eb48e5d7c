import { describe, expect, it } from 'vitest';
import {
  isNegator,
  negatedPlaces,
} from '../../../../../../core/orchestration/protocols/convergence/negation.ts';

/** The words of a clause that a negation reaches; null where there is no negation. */
const negated = (clause: string): readonly string[] | null => {
  const words = clause.split(' ');
  const places = negatedPlaces(words);
  return places && [...places].sort((one, other) => one - other).map((place) => words[place] ?? '');
};

describe('isNegator', () => {
  it('knows English and German negations and their contractions', () => {
    for (const word of ['not', 'never', 'without', "don't", "shouldn't", 'nicht', 'keine', 'ohne']) {
      expect(isNegator(word)).toBe(true);
    }
    for (const word of ['note', 'nothing-else', 'kind', 'but', '']) expect(isNegator(word)).toBe(false);
  });
});

describe('negatedPlaces', () => {
  it('is null for a clause without negation', () => {
    expect(negated('we build the tram')).toBeNull();
    expect(negatedPlaces([])).toBeNull();
  });

  it('reaches the three content words behind, passing stop words', () => {
    expect(negated('we should not build the tram line here today')).toEqual(['build', 'tram', 'line']);
    expect(negated("we don't want trams")).toEqual(['want', 'trams']);
  });

  it('ends at a word that turns the clause round', () => {
    expect(negated('it is not slow but cheap')).toEqual(['slow']);
    expect(negated('nicht langsam sondern billig')).toEqual(['langsam']);
  });

  it('reaches back where nothing follows', () => {
    expect(negated('diese bahn bauen wir nicht')).toEqual(['bahn', 'bauen']);
  });

  it('takes "not only" for an affirmation', () => {
    expect(negated('it is not only fast')).toEqual([]);
    expect(negated('nicht nur schnell')).toEqual([]);
  });
});
