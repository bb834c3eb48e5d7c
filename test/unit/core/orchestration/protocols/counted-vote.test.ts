import { describe, expect, it } from 'vitest';
import type { EventData, EventDraft, VoteFallback } from '../../../../../core/contract/index.ts';
import { countedVote } from '../../../../../core/orchestration/protocols/counted-vote.ts';
import { roundStarted, spoken, stateAfter } from './state-after.ts';

const opened: EventData<'vote-opened'> = {
  round: 2,
  method: 'majority',
  quorum: 0.5,
  options: [
    { id: 'A', text: 'A mesh', by: null },
    { id: 'B', text: 'One core', by: null },
  ],
};
const tallied = (winner: string | null, fallback: VoteFallback | null): EventData<'vote-tallied'> => ({
  ...{ round: 2, method: 'majority', counts: { A: 1, B: 1 }, steps: [], turnout: 1, quorum_met: true },
  ...{ winner, fallback, dissent: [], why: 'x' },
});
const voted = (...events: readonly EventDraft[]) =>
  stateAfter([roundStarted(2, 'vote'), { type: 'vote-opened', data: opened }, ...events], {
    mode: 'consensus',
    judge: 'Critic@1.0.0',
  });

describe('countedVote', () => {
  it('is nothing before a vote was counted', () => {
    expect(countedVote(stateAfter([]))).toBeNull();
    expect(countedVote(voted())).toBeNull();
  });

  it('gives the count with the winner, or what the judge made of it', () => {
    const won = tallied('B', null);
    expect(countedVote(voted({ type: 'vote-tallied', data: won }))).toEqual({
      opened,
      tally: won,
      decided: 'B',
    });
    const left = tallied(null, 'judge');
    const judged = spoken(
      { round: 2, speakerIndex: 3, agent: 'Critic', turnKind: 'judgement' },
      { decision: 'A' },
    );
    expect(countedVote(voted({ type: 'vote-tallied', data: left }, ...judged))?.decided).toBe('A');
    expect(countedVote(voted({ type: 'vote-tallied', data: left }))?.decided).toBeNull();
  });
});
