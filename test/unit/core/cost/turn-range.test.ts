import { describe, expect, it } from 'vitest';
import { turnRange } from '../../../../core/cost/turn-range.ts';
import { specificationFor } from '../../../support/cast.ts';

const settings = { methods: ['lexical' as const], threshold: 0.8 };

describe('turnRange', () => {
  it('counts speakers, rounds and closing turns', () => {
    expect(turnRange(specificationFor())).toEqual({ low: 10, high: 10 });
    expect(turnRange(specificationFor({ convergence: settings }))).toEqual({ low: 4, high: 10 });
    expect(turnRange(specificationFor({ judge: 'Judge@1.0.0' })).high).toBe(11);
    expect(turnRange(specificationFor({ strategy: 'moderated' })).high).toBe(16);
    expect(turnRange(specificationFor({ mode: 'single', max_rounds: 1, synthesizer: null }))).toEqual({
      low: 3,
      high: 3,
    });
    expect(turnRange(specificationFor({ mode: 'consensus', max_rounds: 1 }))).toEqual({ low: 7, high: 7 });
    expect(turnRange(specificationFor({ mode: 'brainstorm' }))).toEqual({ low: 7, high: 10 });
  });
});
