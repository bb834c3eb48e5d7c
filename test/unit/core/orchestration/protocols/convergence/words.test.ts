import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, holdsFigure } from '../../../../../../core/orchestration/protocols/convergence/words.ts';

describe('clausesOf', () => {
  it('gives lower-case words, one list for each clause', () => {
    expect(clausesOf('A Tram, not a bus; it is cheaper.\nReally!')).toEqual([
      ['a', 'tram'],
      ['not', 'a', 'bus'],
      ['it', 'is', 'cheaper'],
      ['really'],
    ]);
    expect(clausesOf('')).toEqual([]);
    expect(clausesOf(' ... — !')).toEqual([]);
  });

  it('keeps what stands inside a word', () => {
    expect(clausesOf("don't 1.5 10,000 well-known")).toEqual([["don't", '1.5', '10,000', 'well', 'known']]);
    expect(clausesOf('don’t')).toEqual([["don't"]]);
    expect(clausesOf("the dogs' end.")).toEqual([['the', 'dogs', 'end']]);
  });

  it('reads one word from every way of writing it', () => {
    expect(clausesOf('Stra\u00dfe GRÖSSE gro\u0308sse')).toEqual([['straße', 'grösse', 'grösse']]);
    expect(clausesOf('\uff34\uff52\uff41\uff4d')).toEqual([['tram']]);
  });

  it('gives pairs of neighbours where a script sets no spaces', () => {
    expect(clausesOf('路面電車。安い')).toEqual([['路面', '面電', '電車'], ['安い']]);
    expect(clausesOf('車')).toEqual([['車']]);
  });

  it('takes any text, and never gives an empty word or clause', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clauses = clausesOf(text);
        expect(clauses.every((clause) => clause.length > 0 && !clause.includes(''))).toBe(true);
      }),
      { seed: 79 },
    );
  });
});

describe('holdsFigure', () => {
  it('finds digits of every script', () => {
    for (const word of ['10s', '1.5', 'v2', '٣', 'größe2']) expect(holdsFigure(word)).toBe(true);
    for (const word of ['ten', '', 'größe']) expect(holdsFigure(word)).toBe(false);
  });
});
