import { describe, expect, it } from 'vitest';
import { position } from './position.ts';

const formsOf = (text: string) => [...position('Athena', text).words.values()].map(({ form }) => form);

describe('readPosition', () => {
  it('keeps content words in their first form, each stem once', () => {
    expect(formsOf('The trams are cheap; a tram is a cheap thing')).toEqual(['trams', 'cheap', 'thing']);
  });

  it('leaves out stop words, negations, names and bare letters, and keeps single figures', () => {
    expect(formsOf('Apollo thinks x is not 4, and Hermes would agree')).toEqual(['thinks', '4', 'agree']);
  });

  it('counts a word as denied only where every mention is', () => {
    const words = position('Athena', 'Not cheap. Not fast. It is fast anyway.').words;
    expect(words.get('cheap')?.denied).toBe(true);
    expect(words.get('fast')?.denied).toBe(false);
  });

  it('reads the side', () => {
    expect(position('Athena', 'I support the tram.').side).toBe('for');
    expect(position('Athena', 'The tram is red.').side).toBe('unstated');
  });

  it('folds the decision, and takes an empty one for none', () => {
    expect(position('Athena', 'tram', '  Build IT ').decision).toBe('build it');
    expect(position('Athena', 'tram', '  ').decision).toBeNull();
    expect(position('Athena', 'tram').decision).toBeNull();
  });

  it('reads nothing from nothing', () => {
    expect(position('Athena', '')).toEqual({
      agent: 'Athena',
      words: new Map(),
      side: 'unstated',
      decision: null,
    });
  });
});
