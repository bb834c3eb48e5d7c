import { fourDecimals } from './four-decimals.ts';
import { listed } from './listed.ts';
import type { PositionPair } from './position-pairs.ts';
import { wordsOnlyIn } from './word-lists.ts';

export interface LexicalFindings {
  readonly value: number | null;
  readonly threshold: number;
  /** The pair with the least in common; of equal ones the first. */
  readonly furthest: PositionPair | null;
  /** A pair with opposite stands. */
  readonly clash: PositionPair | null;
  /** True when the furthest pair has too little in common, whatever the mean says. */
  readonly outlying: boolean;
  readonly silent: readonly string[];
}

/** Words that one side has and the other has not; more would make no sentence. */
const MOST_WORDS = 4;

/** One sentence: what keeps the speakers apart, or why this is agreement. */
export const lexicalWhy = ({
  value,
  threshold,
  furthest,
  clash,
  outlying,
  silent,
}: LexicalFindings): string => {
  if (value === null || furthest === null) {
    return 'Fewer than two positions with content stand against each other in this round.';
  }
  const apart = `${furthest.first.agent} and ${furthest.second.agent} are furthest apart (${fourDecimals(furthest.value)})`;
  if (value < threshold || (outlying && clash === null)) {
    const mean = value < threshold ? `below ${threshold}` : `reaches ${threshold}`;
    return `Similarity of words ${value} ${mean}: ${apart}${differences(furthest)}.`;
  }
  if (clash !== null) return `The words are alike (${value}) but the stands are not: ${clash.opposed}.`;
  if (silent.length > 0) return `The positions are alike (${value}), but ${listed(silent)} stated none yet.`;
  return `The positions are alike: similarity of words ${value} reaches ${threshold}, and no stand opposes another.`;
};

const differences = ({ first, second }: PositionPair): string => {
  const mine = wordsOnlyIn(first, second, MOST_WORDS);
  const theirs = wordsOnlyIn(second, first, MOST_WORDS);
  const parts = [
    ...(mine.length > 0 ? [`${first.agent} speaks of ${listed(mine)}`] : []),
    ...(theirs.length > 0 ? [`${second.agent} ${mine.length > 0 ? '' : 'speaks '}of ${listed(theirs)}`] : []),
  ];
  return parts.length === 0 ? '' : `; only ${parts.join(', only ')}`;
};
