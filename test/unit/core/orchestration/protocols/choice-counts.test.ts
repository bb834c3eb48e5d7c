import { expect, it } from 'vitest';
import { choiceCounts } from '../../../../../core/orchestration/protocols/choice-counts.ts';
import type { Stage } from '../../../../../core/orchestration/protocols/stage.ts';
import { roundStarted, stateAfter } from './state-after.ts';

const options = [
  { id: 'A', text: 'near', by: null },
  { id: 'B', text: 'far', by: null },
];
const cast = (agent: string, choice: string, valid = true) => ({
  type: 'vote-cast' as const,
  data: {
    round: 2,
    agent,
    valid,
    choice,
    ranking: [],
    reason: '',
    confidence: null,
    weight: 1,
    changed_from: null,
  },
});

it('counts valid first choices of a vote, options without any too, and nothing outside of votes', () => {
  const opened = {
    type: 'vote-opened' as const,
    data: { round: 2, method: 'majority' as const, quorum: 0.5, options },
  };
  const state = stateAfter(
    [roundStarted(2, 'vote'), opened, cast('Athena', 'A'), cast('Apollo', 'A'), cast('Hermes', 'x', false)],
    { mode: 'consensus', vote: { method: 'majority', quorum: 0.5, fallback: 'plurality' } },
  );
  expect(choiceCounts(state, state.stage as Stage)).toEqual({ counts: { A: 2, B: 0 }, quorumMet: false });
  const talk = stateAfter([roundStarted(1, 'positions')]);
  expect(choiceCounts(talk, talk.stage as Stage)).toEqual({ counts: null, quorumMet: false });
});
