import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../../core/agents/index.ts';
import { writeDebate } from '../../../../../../core/providers/stub/debater/write-debate.ts';
import { MEND_TITLE } from '../../../../../../core/providers/stub/planner.ts';
import { stubPrompt } from '../stub-prompt.ts';

const reviewOf = (seed: number, title: string) => {
  const work = {
    node: 'team',
    prompt: 'Move the office',
    results: [],
    context: [{ title, text: 'First we measure.' }],
    expects: 'text',
    correction: null,
  } as const;
  const text = writeDebate(stubPrompt({ mode: 'delegation', kind: 'review', work }), seed);
  const context = { participants: [], options: [], ranked: false, candidates: [] };
  return readAnswer('review', context, text).decision;
};

describe('reviewWork', () => {
  it('accepts or asks for a revision, by the seed', () => {
    const decisions = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => reviewOf(seed, 'The whole result (Athena)'));
    expect(new Set(decisions)).toEqual(new Set(['accept', 'revise']));
  });

  it('accepts what came back mended', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(reviewOf(seed, `${MEND_TITLE} (Athena)`)).toBe('accept');
  });
});
