import type { EventData } from '../../../contract/index.ts';
import { fourDecimals } from './four-decimals.ts';
import { jaccard } from './jaccard.ts';
import type { PositionReading } from './position-reading.ts';

/** Rounds in a row without anything new from anyone that count as standing still. */
export const ROUNDS_WITHOUT_NEWS = 2;
const MOST_LISTED = 10;

export interface StagnationInput {
  readonly round: number;
  readonly threshold: number;
  /** Speakers of this round that had spoken before: their position now and the one before. */
  readonly changes: readonly { readonly now: PositionReading; readonly before: PositionReading }[];
  /** Rounds without news up to the round before. */
  readonly roundsWithoutNews: number;
}

/**
 * Similarity of each agent's position to its own earlier one; the value is that of the agent who changed most,
 * because a debate stands still only when nobody brings anything new.
 */
export const stagnationMeasure = (input: StagnationInput): EventData<'convergence-measured'> => {
  const agents = input.changes.flatMap(({ now, before }) => {
    const value = jaccard(now.words, before.words);
    return value === null ? [] : [{ agent: now.agent, value: fourDecimals(value), now, before }];
  });
  const livelyFirst = [...agents].sort((one, other) => one.value - other.value);
  const [liveliest] = livelyFirst;
  const value = liveliest?.value ?? null;
  const still = value !== null && value >= input.threshold;
  const roundsWithoutNews = still ? input.roundsWithoutNews + 1 : 0;
  const newWords = liveliest
    ? [...liveliest.now.words].filter(([key]) => !liveliest.before.words.has(key)).map(([, form]) => form)
    : [];
  return {
    round: input.round,
    method: 'stagnation',
    value,
    threshold: input.threshold,
    met: roundsWithoutNews >= ROUNDS_WITHOUT_NEWS,
    why: whyOf(liveliest?.agent, value, newWords, still, roundsWithoutNews),
    evidence: {
      agents: livelyFirst.slice(0, MOST_LISTED).map((entry) => ({ agent: entry.agent, value: entry.value })),
      new_words: newWords.slice(0, MOST_LISTED),
      rounds_without_news: roundsWithoutNews,
    },
  };
};

const whyOf = (
  agent: string | undefined,
  value: number | null,
  newWords: readonly string[],
  still: boolean,
  roundsWithoutNews: number,
): string => {
  if (agent === undefined || value === null)
    return 'No speaker of this round has an earlier position to compare with.';
  if (still) {
    return roundsWithoutNews >= ROUNDS_WITHOUT_NEWS
      ? `Nobody has said anything new for ${roundsWithoutNews} rounds.`
      : `Nobody said anything new in this round; one more such round and the debate stands still.`;
  }
  const words = newWords.length === 0 ? 'dropped words' : `came with ${newWords.slice(0, 4).join(', ')}`;
  return `There is movement: ${agent} changed most (${value} like before) and ${words}.`;
};
