import { describe, expect, it } from 'vitest';
import { opposition } from '../../../../../../core/orchestration/protocols/convergence/opposition.ts';
import { position } from './position.ts';

const between = (first: string, second: string): string | null =>
  opposition(position('Athena', first), position('Apollo', second));

describe('opposition', () => {
  it('sees other decisions, whatever the words', () => {
    const found = opposition(position('Athena', 'tram', 'Build it'), position('Apollo', 'tram', 'Leave it'));
    expect(found).toBe('Athena decided "build it", Apollo "leave it"');
    const folded = opposition(
      position('Athena', 'tram', 'Build it '),
      position('Apollo', 'tram', 'build IT'),
    );
    expect(folded).toBeNull();
  });

  it('sees opposite sides', () => {
    expect(between('I support the tram.', 'I oppose the tram.')).toBe('Athena is for, Apollo against');
    expect(between('I support the tram.', 'The tram.')).toBeNull();
  });

  it.each([
    ['Build the tram', 'Do not build the tram'],
    ['The tram is cheap', "The tram isn't cheap"],
    ['Wir bauen die Bahn', 'Wir bauen die Bahn nicht'],
    ['The tram without subsidy', 'The tram with subsidy'],
  ])('sees that one denies what the other affirms: "%s", "%s"', (first, second) => {
    expect(between(first, second)).toMatch(/^(Athena|Apollo) denies ".+", (Athena|Apollo) affirms it$/);
    expect(between(second, first)).not.toBeNull();
  });

  it('sees texts that differ in figures only', () => {
    expect(between('Keep entries 10 minutes', 'Keep entries 60 minutes')).toBe('Athena says 10, Apollo 60');
    expect(between('Keep entries 10 minutes', 'Keep entries minutes')).toBeNull();
    expect(between('Keep entries 10 minutes', 'Keep rows 60 minutes')).toBeNull();
  });

  it('is silent where both deny, both affirm, or they speak of other things', () => {
    expect(between('Do not build the tram', 'Never build a tram')).toBeNull();
    expect(between('Build the tram', 'Build a tram')).toBeNull();
    expect(between('No bus', 'Build the tram')).toBeNull();
    expect(between('', '')).toBeNull();
  });
});
