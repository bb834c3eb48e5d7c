import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../../../core/contract/nearest-name.ts';

const keys = ['name', 'mode', 'topic', 'agents', 'max_rounds', 'max_output_tokens', 'convergence', 'budget'];

describe('nearestName', () => {
  it.each([
    ['moed', 'mode'],
    ['agent', 'agents'],
    ['maxRounds', 'max_rounds'],
    ['max-rounds', 'max_rounds'],
    ['MAX ROUNDS', 'max_rounds'],
    ['rounds', 'max_rounds'],
    ['convergance', 'convergence'],
    ['bugdet', 'budget'],
  ])('takes %s for %s', (word, name) => {
    expect(nearestName(word, keys)).toBe(name);
  });

  it.each(['colour', 'x', '', '__proto__', 'temperature'])('says nothing rather than guess at %j', (word) => {
    expect(nearestName(word, keys)).toBeUndefined();
  });

  const commands = ['run', 'resume', 'sessions', 'verify', 'replay', 'serve'];

  it.each([
    ['rnu', 'run'],
    ['Run', 'run'],
    ['resum', 'resume'],
    ['sesions', 'sessions'],
    ['verifi', 'verify'],
    ['reply', 'replay'],
    ['servre', 'serve'],
  ])('takes the command %s for %s', (word, name) => {
    expect(nearestName(word, commands)).toBe(name);
  });

  it.each(['', 'x', 'delete', 'rm', 'sussions-list'])('takes the command %j for nothing', (word) => {
    expect(nearestName(word, commands)).toBeUndefined();
  });

  it('is quick and silent for words that nobody mistyped', () => {
    expect(nearestName('x'.repeat(1_000_000), keys)).toBeUndefined();
    expect(nearestName('mode', [])).toBeUndefined();
  });

  it('finds every name from itself and from a word with one slip', () => {
    const name = fc.constantFrom(...keys);
    fc.assert(
      fc.property(name, fc.nat(20), (word, place) => {
        expect(nearestName(word, keys)).toBe(word);
        const at = place % word.length;
        expect(nearestName(word.slice(0, at) + word[at] + word.slice(at), keys)).toBe(word);
      }),
      { verbose: true },
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
  ])('%j to %j is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is symmetric, zero for equal words only, and at most the longer length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right);
        expect(editDistance(right, left)).toBe(distance);
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
      }),
      { verbose: true },
    );
  });
});
