import type { EventData } from '../../../contract/index.ts';
import { fourDecimals } from './four-decimals.ts';
import { jaccard } from './jaccard.ts';
import { listed } from './listed.ts';
import { onlyIn, opposition } from './opposition.ts';
import type { PositionReading } from './position-reading.ts';

/** Most entries of one list of evidence. */
const MOST_LISTED = 10;

interface Pair {
  readonly first: PositionReading;
  readonly second: PositionReading;
  readonly value: number;
  readonly opposed: string | null;
}

export interface LexicalInput {
  readonly round: number;
  readonly threshold: number;
  /** Newest position of every participant that has one, in the participants' order. */
  readonly positions: readonly PositionReading[];
  /** Participants without a position: nobody is counted as agreed who has not spoken. */
  readonly silent: readonly string[];
}

/** Mean Jaccard of the content words over all pairs of positions; met only where nobody takes another stand. */
export const lexicalMeasure = (input: LexicalInput): EventData<'convergence-measured'> => {
  const pairs = pairsOf(input.positions);
  const value =
    pairs.length === 0 ? null : fourDecimals(pairs.reduce((sum, pair) => sum + pair.value, 0) / pairs.length);
  const opposed = pairs.filter((pair) => pair.opposed !== null);
  const near = value !== null && value >= input.threshold;
  return {
    round: input.round,
    method: 'lexical',
    value,
    threshold: input.threshold,
    met: near && opposed.length === 0 && input.silent.length === 0,
    why: whyOf(input, pairs, opposed, value),
    evidence: evidenceOf(input, pairs, opposed),
  };
};

const pairsOf = (positions: readonly PositionReading[]): readonly Pair[] =>
  positions.flatMap((first, place) =>
    positions.slice(place + 1).flatMap((second) => {
      const value = jaccard(first.words, second.words);
      return value === null ? [] : [{ first, second, value, opposed: opposition(first, second) }];
    }),
  );

/** The pair with the least in common; of equal ones the first. */
const furthestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.reduce<Pair | undefined>(
    (least, pair) => (!least || pair.value < least.value ? pair : least),
    undefined,
  );

const whyOf = (
  { threshold, silent, positions }: LexicalInput,
  pairs: readonly Pair[],
  opposed: readonly Pair[],
  value: number | null,
): string => {
  const furthest = furthestOf(pairs);
  if (value === null || !furthest) return 'Fewer than two positions with content were stated.';
  if (value < threshold) {
    const { first, second } = furthest;
    const mine = speaksOf(first, onlyIn(first, second));
    const theirs = speaksOf(second, onlyIn(second, first));
    return (
      `Common words ${value} of ${threshold}: ${first.agent} and ${second.agent} are furthest apart ` +
      `(${fourDecimals(furthest.value)}); ${[mine, theirs].filter((part) => part !== '').join(', ')}.`
    );
  }
  const [clash] = opposed;
  if (clash?.opposed) return `The words are alike (${value}) but the stands are not: ${clash.opposed}.`;
  if (silent.length > 0) return `The positions are alike (${value}), but ${listed(silent)} stated none yet.`;
  return `All ${positions.length} positions are alike: common words ${value} reach ${threshold}, and no stand opposes another.`;
};

const speaksOf = (position: PositionReading, words: readonly string[]): string =>
  words.length === 0 ? '' : `only ${position.agent} speaks of ${listed(words.slice(0, 4))}`;

const evidenceOf = (
  { silent }: LexicalInput,
  pairs: readonly Pair[],
  opposed: readonly Pair[],
): Record<string, unknown> => {
  const furthest = furthestOf(pairs);
  const byDistance = [...pairs].sort((one, other) => one.value - other.value);
  return {
    pairs: byDistance.slice(0, MOST_LISTED).map((pair) => ({
      agents: [pair.first.agent, pair.second.agent],
      value: fourDecimals(pair.value),
    })),
    ...(furthest && {
      furthest: {
        agents: [furthest.first.agent, furthest.second.agent],
        shared: sharedWords(furthest).slice(0, MOST_LISTED),
        only_first: onlyIn(furthest.first, furthest.second).slice(0, MOST_LISTED),
        only_second: onlyIn(furthest.second, furthest.first).slice(0, MOST_LISTED),
      },
    }),
    opposed: opposed.slice(0, MOST_LISTED).map((pair) => ({
      agents: [pair.first.agent, pair.second.agent],
      why: pair.opposed,
    })),
    silent: silent.slice(0, MOST_LISTED),
  };
};

const sharedWords = ({ first, second }: Pair): readonly string[] =>
  [...first.words].filter(([key]) => second.words.has(key)).map(([, form]) => form);
