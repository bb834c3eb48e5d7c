import type { VoteOption } from '../../../agents/index.ts';
import type { Ballot, EventData, VoteMethod } from '../../../contract/index.ts';
import { chosenOption } from './chosen-option.ts';
import { clipped, MAX_OPTION_LENGTH } from './options-from.ts';

/** Weight of a voter who gave no confidence when votes are weighted by it. */
const UNSTATED_CONFIDENCE = 0.5;

/** Four decimals, so that sums are exact; 1 for every method that counts heads. */
export const ballotWeight = (method: VoteMethod, confidence: number | null): number =>
  method === 'confidence_weighted' ? Math.round((confidence ?? UNSTATED_CONFIDENCE) * 10_000) / 10_000 : 1;

export interface BallotInput {
  readonly round: number;
  readonly agent: string;
  readonly method: VoteMethod;
  readonly options: readonly VoteOption[];
  readonly ballot: Ballot | null;
  /** Used when the turn has no ballot but did decide something. */
  readonly decision: string | null;
  readonly confidence: number | null;
  /** This agent's choice in the vote before; undefined when there was none. */
  readonly choiceBefore: string | undefined;
}

/** A voter's turn as a ballot on record; what names no option is kept as an invalid one. */
export const castBallot = (input: BallotInput): EventData<'vote-cast'> => {
  const { round, agent, method, options, ballot, confidence } = input;
  const words = ballot?.choice ?? input.decision ?? '';
  const ranking = method === 'ranked_choice' ? rankingOf(words, ballot?.ranking ?? [], options) : [];
  const choice = ranking[0] ?? chosenOption(words, options)?.id ?? null;
  const before = input.choiceBefore;
  return {
    round,
    agent,
    valid: choice !== null,
    choice: choice ?? clipped(words, MAX_OPTION_LENGTH),
    ranking,
    reason: ballot?.reason ?? '',
    confidence,
    weight: ballotWeight(method, confidence),
    changed_from: choice !== null && before !== undefined && before !== choice ? before : null,
  };
};

/** Known options in the voter's order, each once; a ballot that ranks nothing ranks its choice alone. */
const rankingOf = (choice: string, ranking: readonly string[], options: readonly VoteOption[]): string[] => {
  const ranked = ranking.flatMap((words) => chosenOption(words, options)?.id ?? []);
  const single = chosenOption(choice, options);
  return ranked.length > 0 ? [...new Set(ranked)] : single ? [single.id] : [];
};
