import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carriedOption,
  countsOf,
} from '../../../../../../core/orchestration/protocols/votes/carried-option.ts';
import { cast, casts } from './cast.ts';

const options = ['A', 'B', 'C'];
const carried = (method: 'majority' | 'two_thirds', letters: string) =>
  carriedOption(method, countsOf(options, casts(letters)));

describe('countsOf', () => {
  it('names every option, those without a vote too', () => {
    expect(countsOf(options, casts('BAB'))).toEqual({ A: 1, B: 2, C: 0 });
    expect(countsOf(options, [])).toEqual({ A: 0, B: 0, C: 0 });
  });

  it('adds weights exactly', () => {
    const weighted = [cast('one', 'A', { weight: 0.1 }), cast('two', 'A', { weight: 0.2 })];
    expect(countsOf(options, weighted)['A']).toBe(0.3);
    const small = [
      cast('one', 'B', { weight: 0.0001 }),
      ...['two', 'three'].map((agent) => cast(agent, 'B', { weight: 0.0163 })),
    ];
    expect(countsOf(options, small)['B']).toBe(0.0327);
  });

  it('is the same in whatever order the ballots come', () => {
    const ballot = fc.record({ choice: fc.constantFrom(...options), units: fc.nat(10_000) });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 64 }), fc.nat(), (ballots, turn) => {
        const list = ballots.map(({ choice, units }, index) =>
          cast(`agent-${index}`, choice, { weight: units / 10_000 }),
        );
        const at = list.length === 0 ? 0 : turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        expect(countsOf(options, turned)).toEqual(countsOf(options, list));
      }),
      { seed: 21, verbose: true },
    );
  });
});

describe('carriedOption', () => {
  it.each([
    ['majority', 'AAB', 'A'],
    ['majority', 'AABB', null],
    ['majority', 'AABBC', null],
    ['majority', 'B', 'B'],
    ['majority', '', null],
    ['two_thirds', 'AAB', 'A'],
    ['two_thirds', 'AAAABB', 'A'],
    ['two_thirds', 'AAABB', null],
    ['two_thirds', 'AB', null],
    ['two_thirds', '', null],
  ] as const)('%s of %j: %s', (method, letters, option) => {
    expect(carried(method, letters)).toBe(option);
  });

  it('weighs instead of counting heads, and half of the weight is not more than half', () => {
    expect(carriedOption('confidence_weighted', { A: 0.9, B: 0.8 })).toBe('A');
    expect(carriedOption('confidence_weighted', { A: 0.3, B: 0.3 })).toBeNull();
    expect(carriedOption('confidence_weighted', { A: 0.1642, B: 0.0001, C: 0.1641 })).toBeNull();
    const split = [
      cast('one', 'A', { weight: 0.3 }),
      cast('two', 'B', { weight: 0.1 }),
      cast('three', 'B', { weight: 0.2 }),
    ];
    expect(carriedOption('confidence_weighted', countsOf(options, split))).toBeNull();
  });

  it('carries nothing when all weights are zero', () => {
    expect(carriedOption('confidence_weighted', { A: 0, B: 0 })).toBeNull();
  });
});
