import type { EventData } from '../../../contract/index.ts';
import { fourDecimals } from './four-decimals.ts';

export interface VoteAgreementInput {
  readonly round: number;
  readonly threshold: number;
  /** Option to its first choices in this round's ballots; null when the round held no vote. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly quorumMet: boolean;
}

/** Share of the leading option among the valid ballots of this round's vote. */
export const voteAgreementMeasure = (input: VoteAgreementInput): EventData<'convergence-measured'> => {
  const counts = Object.entries(input.counts ?? {}).sort(([, one], [, other]) => other - one);
  const ballots = counts.reduce((sum, [, count]) => sum + count, 0);
  const [leader] = counts;
  const value = leader && ballots > 1 ? fourDecimals(leader[1] / ballots) : null;
  return {
    round: input.round,
    method: 'vote',
    value,
    threshold: input.threshold,
    met: value !== null && value >= input.threshold && input.quorumMet,
    why: whyOf(input, leader, ballots, value),
    evidence: { counts: Object.fromEntries(counts.slice(0, 26)), ballots, quorum_met: input.quorumMet },
  };
};

const whyOf = (
  { counts, threshold, quorumMet }: VoteAgreementInput,
  leader: readonly [string, number] | undefined,
  ballots: number,
  value: number | null,
): string => {
  if (counts === null) return 'No vote was held in this round.';
  if (value === null || !leader) return 'Fewer than two valid ballots were cast.';
  const share = `${leader[1]} of ${ballots} ballots name ${leader[0]}`;
  if (value < threshold) return `${share}: ${value} of the ${threshold} that would be agreement.`;
  return quorumMet ? `${share}: ${value} reaches ${threshold}.` : `${share}, but too few voted for a quorum.`;
};
