import { describe, expect, it } from 'vitest';
import { writeVote } from '../../../../../core/providers/stub/voter.ts';
import { stubPrompt } from './stub-prompt.ts';

describe('writeVote', () => {
  it('votes for one of the options, whatever the task is', () => {
    const options = [
      { id: 'A', text: 'Begin small', by: null },
      { id: 'B', text: 'Wait', by: null },
    ];
    expect(writeVote(stubPrompt({ kind: 'rebuttal', options }), 1)).toMatch(/^\*\*Vote:\*\* [AB] \(/);
  });

  it('votes yes or no without options', () => {
    const votes = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (seed) => /^\*\*Vote:\*\* (yes|no)/.exec(writeVote(stubPrompt(), seed))?.[1],
    );
    expect(new Set(votes)).toEqual(new Set(['yes', 'no']));
  });
});
