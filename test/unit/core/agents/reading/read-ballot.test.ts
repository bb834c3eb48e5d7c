import { describe, expect, it } from 'vitest';
import { readBallot } from '../../../../../core/agents/reading/read-ballot.ts';

const context = {
  participants: ['Athena', 'Apollo'],
  options: [
    { id: 'A', text: 'Begin small', by: 'Athena' },
    { id: 'B', text: 'Begin large', by: 'Apollo' },
    { id: 'C', text: 'Wait', by: null },
  ],
  ranked: false,
  candidates: [],
};
const words = { vote: '', ranking: '', reason: '', prose: '' };

describe('readBallot', () => {
  it('takes the label before the prose', () => {
    expect(readBallot(context, { ...words, vote: 'B', prose: 'I vote for A.', reason: 'Because.' })).toEqual({
      choice: 'B',
      reason: 'Because.',
    });
  });

  it.each([
    ['I vote for Begin small, all in all.', 'A'],
    ['I would not vote for A. My choice is clear: I choose B.', 'B'],
    ["I can't support option A, and I pick option C.", 'C'],
    ['Option B is the only one that lasts.', 'B'],
    ['Wait', 'C'],
  ])('reads prose: %s', (prose, choice) => {
    expect(readBallot(context, { ...words, prose }).choice).toBe(choice);
  });

  it('keeps the words of a ballot that names no option', () => {
    expect(readBallot(context, { ...words, vote: 'all of them', prose: 'x' }).choice).toBe('all of them');
    expect(readBallot(context, { ...words, prose: 'I abstain.' }).choice).toBe('I abstain.');
  });

  it('ranks the options that are named, each once', () => {
    const ranked = { ...context, ranked: true };
    expect(readBallot(ranked, { ...words, ranking: 'B > Begin small > B > D' })).toMatchObject({
      choice: 'B',
      ranking: ['B', 'A'],
    });
    expect(readBallot(ranked, { ...words, ranking: ['C', 'A', 'B'] }).ranking).toEqual(['C', 'A', 'B']);
    expect(readBallot(ranked, { ...words, vote: 'B > C > A' }).ranking).toEqual(['B', 'C', 'A']);
    expect(readBallot(ranked, { ...words, vote: 'C' })).toMatchObject({ choice: 'C', ranking: ['C'] });
    expect(readBallot(ranked, { ...words, prose: 'Nothing.' })).not.toHaveProperty('ranking');
  });
});
