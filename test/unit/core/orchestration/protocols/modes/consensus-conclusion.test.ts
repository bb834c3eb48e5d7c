import { describe, expect, it } from 'vitest';
import type { EventData, EventDraft, VoteFallback } from '../../../../../../core/contract/index.ts';
import {
  consensusConclusion,
  decidedOption,
} from '../../../../../../core/orchestration/protocols/modes/consensus-conclusion.ts';
import { roundStarted, spoken, stateAfter } from '../state-after.ts';

const options = [
  { id: 'A', text: 'A mesh', by: 'Athena' },
  { id: 'B', text: 'One core', by: 'Apollo' },
];

const tallied = (winner: string | null, fallback: VoteFallback | null): EventDraft => {
  const data: EventData<'vote-tallied'> = {
    round: 3,
    method: 'majority',
    counts: { A: 1, B: 1 },
    steps: [],
    turnout: 1,
    quorum_met: true,
    winner,
    fallback,
    dissent: [],
    why: 'The reason of the tally.',
  };
  return { type: 'vote-tallied', data };
};

const voted = (winner: string | null, fallback: VoteFallback | null, verdict?: string | null) =>
  stateAfter(
    [
      roundStarted(3, 'vote'),
      { type: 'vote-opened', data: { round: 3, method: 'majority', quorum: 0.5, options } },
      tallied(winner, fallback),
      ...(verdict === undefined
        ? []
        : spoken(
            { round: 3, speakerIndex: 3, agent: 'Critic', turnKind: 'judgement' },
            { decision: verdict },
          )),
    ],
    { mode: 'consensus', judge: 'Critic@1.0.0' },
  );

describe('decidedOption', () => {
  it('is the winner of the tally, carried or taken by plurality', () => {
    expect(decidedOption(voted('B', null))).toEqual(options[1]);
    expect(decidedOption(voted('A', 'plurality'))).toEqual(options[0]);
  });

  it('is the one that the judge names, where it was left to the judge', () => {
    expect(decidedOption(voted(null, 'judge', 'One core'))).toEqual(options[1]);
    expect(decidedOption(voted(null, 'judge', 'neither'))).toBeNull();
    expect(decidedOption(voted(null, 'no_decision', 'One core'))).toBeNull();
    expect(decidedOption(voted(null, 'judge'))).toBeNull();
  });

  it('is none before a tally', () => {
    expect(decidedOption(stateAfter([roundStarted(1, 'propose')]))).toBeNull();
  });
});

describe('consensusConclusion', () => {
  it('calls a carried vote agreement, and a plurality not', () => {
    expect(consensusConclusion(voted('B', null))).toEqual({
      outcome: 'decided',
      reason: 'The reason of the tally.',
      converged: true,
      capped: false,
      judged: false,
    });
    expect(consensusConclusion(voted('B', 'plurality'))).toMatchObject({
      outcome: 'decided',
      converged: false,
    });
  });

  it('calls for the judge, and afterwards says whom the judge chose or that none was named', () => {
    expect(consensusConclusion(voted(null, 'judge'))).toMatchObject({ outcome: 'undecided', judged: true });
    expect(consensusConclusion(voted(null, 'judge', 'B'))).toMatchObject({
      outcome: 'decided',
      reason: 'The judge chose B.',
      converged: false,
    });
    expect(consensusConclusion(voted(null, 'judge', 'neither'))).toMatchObject({
      outcome: 'undecided',
      reason: 'The reason of the tally. The judge named no option.',
    });
  });

  it('leaves it undecided where nothing decides', () => {
    expect(consensusConclusion(voted(null, 'no_decision'))).toMatchObject({
      outcome: 'undecided',
      reason: 'The reason of the tally.',
      capped: true,
      judged: false,
    });
  });

  it('says so when there was nothing to vote on', () => {
    const { outcome, reason } = consensusConclusion(stateAfter([roundStarted(1, 'propose')]));
    expect([outcome, reason]).toEqual([
      'undecided',
      'No proposal was made, so there was nothing to vote on.',
    ]);
  });
});
