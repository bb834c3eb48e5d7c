import { describe, expect, it } from 'vitest';
import { stagnationMeasure } from '../../../../../../core/orchestration/protocols/convergence/stagnation.ts';
import { position } from './position.ts';

/** Speakers with what they said before and say now. */
const measure = (said: Readonly<Record<string, readonly [string, string]>>, roundsWithoutNews = 0) =>
  stagnationMeasure({
    round: 3,
    threshold: 0.8,
    roundsWithoutNews,
    changes: Object.entries(said).map(([agent, [before, now]]) => ({
      before: position(agent, before),
      now: position(agent, now),
    })),
  });

const same = ['build the green tram', 'Build a green tram!'] as const;

describe('stagnationMeasure', () => {
  it('has the value of the one who changed most', () => {
    const measured = measure({ Athena: same, Apollo: ['red bus', 'red bus bridge tunnel'] }, 1);
    expect(measured).toMatchObject({
      round: 3,
      method: 'stagnation',
      value: 0.5,
      threshold: 0.8,
      met: false,
    });
    expect(measured.why).toBe(
      'There is movement: Apollo changed most (0.5 as before) and brought bridge and tunnel.',
    );
    expect(measured.evidence).toMatchObject({
      agents: [
        { agent: 'Apollo', value: 0.5 },
        { agent: 'Athena', value: 1 },
      ],
      new_words: ['bridge', 'tunnel'],
      rounds_without_news: 0,
    });
  });

  it('is met after two rounds in which nobody said anything new, not after one', () => {
    const once = measure({ Athena: same, Apollo: same });
    expect(once).toMatchObject({ value: 1, met: false, evidence: { rounds_without_news: 1 } });
    expect(once.why).toContain('after one more such round');
    const twice = measure({ Athena: same, Apollo: same }, 1);
    expect(twice).toMatchObject({ value: 1, met: true, evidence: { rounds_without_news: 2 } });
    expect(twice.why).toBe('Nobody has said anything new for 2 rounds.');
  });

  it('counts from the start again after any news', () => {
    const measured = measure({ Athena: same, Apollo: ['red bus', 'green tram'] }, 5);
    expect(measured).toMatchObject({ met: false, evidence: { rounds_without_news: 0 } });
  });

  it('says so when words were only dropped', () => {
    expect(measure({ Athena: ['red green blue tram', 'tram'] }).why).toContain(
      '(0.25 as before) and dropped words',
    );
  });

  it('has no value where nobody has an earlier position with content', () => {
    for (const said of [{}, { Athena: ['', 'so it is'] as const }]) {
      const measured = measure(said, 1);
      expect(measured).toMatchObject({ value: null, met: false, evidence: { rounds_without_news: 0 } });
      expect(measured.why).toContain('No speaker of this round has an earlier position');
    }
  });

  it('does not depend on the order of the speakers', () => {
    const one = measure({ Athena: same, Apollo: ['red bus', 'red bridge'], Hermes: ['tram', 'tram line'] });
    const other = measure({ Hermes: ['tram', 'tram line'], Apollo: ['red bus', 'red bridge'], Athena: same });
    expect(other).toEqual(one);
  });
});
