import { describe, expect, it } from 'vitest';
import {
  type BallotInput,
  ballotWeight,
  castBallot,
} from '../../../../../../core/orchestration/protocols/votes/cast-ballot.ts';
import { optionsFrom } from '../../../../../../core/orchestration/protocols/votes/options-from.ts';

const options = optionsFrom([
  { text: 'Mesh first', by: 'Athena' },
  { text: 'A central core', by: 'Apollo' },
  { text: 'Both in steps', by: 'Hermes' },
]);

const castOf = (changes: Partial<BallotInput> = {}) =>
  castBallot({
    round: 3,
    agent: 'Athena',
    method: 'majority',
    options,
    ballot: { choice: 'B', reason: 'it is simpler' },
    decision: null,
    confidence: 0.7,
    choiceBefore: undefined,
    ...changes,
  });

describe('ballotWeight', () => {
  it('is 1 for every method that counts heads', () => {
    for (const method of ['majority', 'two_thirds', 'ranked_choice'] as const) {
      expect(ballotWeight(method, 0.1)).toBe(1);
      expect(ballotWeight(method, null)).toBe(1);
    }
  });

  it('is the confidence where votes are weighted by it, a half where none was given', () => {
    expect(ballotWeight('confidence_weighted', 0.8)).toBe(0.8);
    expect(ballotWeight('confidence_weighted', 0)).toBe(0);
    expect(ballotWeight('confidence_weighted', null)).toBe(0.5);
    expect(ballotWeight('confidence_weighted', 1 / 3)).toBe(0.3333);
  });
});

describe('castBallot', () => {
  it('records the choice with its reason', () => {
    expect(castOf()).toEqual({
      round: 3,
      agent: 'Athena',
      valid: true,
      choice: 'B',
      ranking: [],
      reason: 'it is simpler',
      confidence: 0.7,
      weight: 1,
      changed_from: null,
    });
  });

  it('weighs by confidence when the method says so', () => {
    expect(castOf({ method: 'confidence_weighted' }).weight).toBe(0.7);
    expect(castOf({ method: 'confidence_weighted', confidence: null })).toMatchObject({
      weight: 0.5,
      confidence: null,
    });
  });

  it('takes the decision of a turn that has no ballot', () => {
    expect(castOf({ ballot: null, decision: 'Mesh first' })).toMatchObject({ valid: true, choice: 'A' });
    expect(castOf({ ballot: null, decision: null })).toMatchObject({ valid: false, choice: '', reason: '' });
  });

  it('keeps a ballot that names no option in its own words, and they are no vote', () => {
    const ballot = { choice: 'None of these', reason: 'all are too dear' };
    expect(castOf({ ballot })).toMatchObject({
      valid: false,
      choice: 'None of these',
      reason: 'all are too dear',
      changed_from: null,
    });
    const long = castOf({ ballot: { choice: 'x'.repeat(3000), reason: '' } });
    expect(long.valid).toBe(false);
    expect(long.choice.length).toBeLessThanOrEqual(500);
  });

  it('names the earlier choice only when it was another one', () => {
    expect(castOf({ choiceBefore: 'A' }).changed_from).toBe('A');
    expect(castOf({ choiceBefore: 'B' }).changed_from).toBeNull();
    expect(castOf({ choiceBefore: undefined }).changed_from).toBeNull();
    const invalid = castOf({ choiceBefore: 'A', ballot: { choice: 'nothing', reason: '' } });
    expect(invalid.changed_from).toBeNull();
  });
});

describe('castBallot by ranking', () => {
  const ranked = (choice: string, ranking?: string[]) =>
    castOf({
      method: 'ranked_choice',
      ballot: { choice, reason: '', ...(ranking === undefined ? {} : { ranking }) },
    });

  it('keeps the known options in the order of the voter, each once', () => {
    expect(ranked('C', ['C', 'Mesh first', 'option c', 'Z', 'B'])).toMatchObject({
      valid: true,
      choice: 'C',
      ranking: ['C', 'A', 'B'],
      weight: 1,
    });
  });

  it('ranks the choice alone when nothing is ranked', () => {
    expect(ranked('B')).toMatchObject({ valid: true, choice: 'B', ranking: ['B'] });
    expect(ranked('B', ['nothing', 'known'])).toMatchObject({ valid: true, choice: 'B', ranking: ['B'] });
  });

  it('is invalid when neither names an option', () => {
    expect(ranked('whatever', ['nothing'])).toMatchObject({ valid: false, choice: 'whatever', ranking: [] });
  });

  it('is kept empty where the method counts single choices', () => {
    expect(castOf({ ballot: { choice: 'A', ranking: ['B', 'A'], reason: '' } })).toMatchObject({
      choice: 'A',
      ranking: [],
    });
  });
});
