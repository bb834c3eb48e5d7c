import { describe, expect, it } from 'vitest';
import { composeContent } from '../../../../../core/agents/reading/compose-content.ts';

const empty = {
  position: '',
  claims: [],
  objections: [],
  confidence: null,
  answer: '',
  vote: '',
  ranking: [],
  reason: '',
  decision: '',
  next: '',
};

describe('composeContent', () => {
  it('writes a tree out as Markdown', () => {
    expect(
      composeContent({
        ...empty,
        position: 'Keep three.',
        claims: [
          { text: 'It survives', support: ['Two remain.', 'Quorum holds'] },
          { text: 'It is cheap', support: [] },
        ],
        objections: [{ from: 'Apollo', objection: 'Too dear', answer: 'A third cheaper.' }],
      }),
    ).toBe(
      '**Position:** Keep three.\n\n- It survives. Two remain. Quorum holds.\n- It is cheap\n\n> "Too dear" (Apollo)\n\nA third cheaper.',
    );
  });

  it('writes votes, rankings, decisions and calls', () => {
    expect(composeContent({ ...empty, vote: 'B', reason: 'Least to lose.' })).toBe(
      '**Vote:** B\n\nLeast to lose.',
    );
    expect(composeContent({ ...empty, ranking: ['B', 'A'] })).toBe('**Ranking:** B > A');
    expect(composeContent({ ...empty, decision: 'Athena', next: 'Apollo' })).toBe(
      '**Decision:** Athena\n\n**Next:** Apollo',
    );
    expect(composeContent(empty)).toBe('');
  });
});
