import type { EventData, VoteFallback, VoteMethod } from '../../../contract/index.ts';
import { carriedOption, countsOf } from './carried-option.ts';
import { instantRunOff } from './instant-run-off.ts';
import { pluralityWinner } from './plurality-winner.ts';

type Cast = EventData<'vote-cast'>;

export interface TallyInput {
  readonly round: number;
  readonly method: VoteMethod;
  readonly quorum: number;
  /** Option ids in their order. */
  readonly options: readonly string[];
  /** In the order of the participants. */
  readonly casts: readonly Cast[];
  /** Everybody who may vote. */
  readonly voters: number;
  /** Decides when nothing is carried and no further vote can come; null while one can. */
  readonly fallback: VoteFallback | null;
}

/** The result of a vote. Without a quorum nothing is carried, and a plurality decides nothing either. */
export const tallyVotes = (input: TallyInput): EventData<'vote-tallied'> => {
  const valid = input.casts.filter((cast) => cast.valid);
  const turnout = input.voters === 0 ? 0 : Math.round((valid.length / input.voters) * 10_000) / 10_000;
  const quorumMet = valid.length > 0 && valid.length + 1e-9 >= input.quorum * input.voters;
  const counts = countsOf(input.options, valid);
  const { leading, steps } = countVotes(input, valid, counts);
  const carried = quorumMet ? leading : null;
  const fallback = carried === null ? input.fallback : null;
  const winner = fallback === 'plurality' && quorumMet ? pluralityWinner(counts, valid) : carried;
  return {
    round: input.round,
    method: input.method,
    counts,
    steps,
    turnout,
    quorum_met: quorumMet,
    winner,
    fallback,
    dissent:
      winner === null
        ? []
        : valid
            .filter((cast) => cast.choice !== winner)
            .map(({ agent, choice, reason }) => ({ agent, choice, reason })),
    why: whyOf(input, valid.length, quorumMet, carried, fallback, winner),
  };
};

const countVotes = (
  { method, options }: TallyInput,
  valid: readonly Cast[],
  counts: Record<string, number>,
): { readonly leading: string | null; readonly steps: EventData<'vote-tallied'>['steps'] } => {
  if (method !== 'ranked_choice') {
    return { leading: carriedOption(method, counts), steps: [{ counts, eliminated: [] }] };
  }
  const runOff = instantRunOff(
    options,
    valid.map((cast) => cast.ranking),
  );
  const steps = runOff.steps.map((step) => ({
    counts: { ...step.counts },
    eliminated: [...step.eliminated],
  }));
  return { leading: runOff.winner, steps };
};

const requirement = {
  majority: 'more than half of the ballots',
  two_thirds: 'two thirds of the ballots',
  ranked_choice: 'more than half of the ballots left in the run-off',
  confidence_weighted: 'more than half of the weight',
} as const satisfies Record<VoteMethod, string>;

const whyOf = (
  { method, quorum, voters }: TallyInput,
  valid: number,
  quorumMet: boolean,
  carried: string | null,
  fallback: VoteFallback | null,
  winner: string | null,
): string => {
  if (carried !== null) return `${carried} has ${requirement[method]} (${valid} of ${voters} voted).`;
  const failed = quorumMet
    ? `No option has ${requirement[method]}`
    : `Only ${valid} of ${voters} cast a valid ballot, short of the quorum of ${quorum}`;
  switch (fallback) {
    case null:
      return `${failed}.`;
    case 'plurality':
      return winner === null
        ? `${failed}, and none leads alone.`
        : `${failed}; ${winner} leads and is taken.`;
    case 'judge':
      return `${failed}; the judge decides.`;
    case 'no_decision':
      return `${failed}; nothing is decided.`;
  }
};
