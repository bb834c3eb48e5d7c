import { describe, expect, it } from 'vitest';
import {
  wordsInBoth,
  wordsOnlyIn,
} from '../../../../../../core/orchestration/protocols/convergence/word-lists.ts';
import { position } from './position.ts';

const first = position('Athena', 'Trams carry people cheaply through streets');
const second = position('Apollo', 'A tram carries freight');

describe('wordsOnlyIn', () => {
  it("lists the first's own words in its forms and order, up to a number", () => {
    expect(wordsOnlyIn(first, second, 9)).toEqual(['people', 'cheaply', 'streets']);
    expect(wordsOnlyIn(first, second, 2)).toEqual(['people', 'cheaply']);
    expect(wordsOnlyIn(first, second, 0)).toEqual([]);
    expect(wordsOnlyIn(second, first, 9)).toEqual(['freight']);
    expect(wordsOnlyIn(first, first, 9)).toEqual([]);
  });
});

describe('wordsInBoth', () => {
  it('lists shared words in the form of the first', () => {
    expect(wordsInBoth(first, second, 9)).toEqual(['trams', 'carry']);
    expect(wordsInBoth(second, first, 9)).toEqual(['tram', 'carries']);
    expect(wordsInBoth(first, first, 1)).toEqual(['trams']);
  });
});
