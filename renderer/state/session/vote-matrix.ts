import type { VoteView } from './rows.ts';

type Cast = VoteView['casts'][number];

/** One option's row: who gave it what. */
export interface MatrixRow {
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
  /** Votes, or weight; null while they are not counted. */
  readonly count: number | null;
  readonly won: boolean;
  /** One for each voter in the order of `voters`; null: not this option. `rank` counts from 1. */
  readonly cells: readonly ({ readonly rank: number; readonly cast: Cast } | null)[];
}

interface VoteMatrix {
  readonly voters: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Ballots that name no option. */
  readonly invalid: readonly Cast[];
}

/** Option by agent; a ranking fills several cells of a voter, a single choice one. */
export const voteMatrix = ({ opened, casts, tally }: VoteView): VoteMatrix => {
  const valid = casts.filter((cast) => cast.valid);
  return {
    voters: casts.map((cast) => cast.agent),
    invalid: casts.filter((cast) => !cast.valid),
    rows: opened.options.map((option) => ({
      ...option,
      count: tally === null ? null : (tally.counts[option.id] ?? 0),
      won: tally?.winner === option.id,
      cells: casts.map((cast) => {
        if (!valid.includes(cast)) return null;
        const ranking = cast.ranking.length > 0 ? cast.ranking : [cast.choice];
        const place = ranking.indexOf(option.id);
        return place < 0 ? null : { rank: place + 1, cast };
      }),
    })),
  };
};

/** The text of an option, or its id where it has none. */
export const optionText = (vote: VoteView, id: string): string =>
  vote.opened.options.find((option) => option.id === id)?.text ?? id;
