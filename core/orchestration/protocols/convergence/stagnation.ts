import type { EventData } from '../../../contract/index.ts';
import { fourDecimals } from './four-decimals.ts';
import { jaccard } from './jaccard.ts';
import { listed, MOST_LISTED } from './listed.ts';
import type { PositionReading } from './position-reading.ts';
import { wordsOnlyIn } from './word-lists.ts';

/** Rounds in a row without anything new from anyone that count as standing still. */
const ROUNDS_WITHOUT_NEWS = 2;
const MOST_WORDS = 4;

interface Change {
  readonly now: PositionReading;
  readonly before: PositionReading;
}

export interface StagnationInput {
  readonly round: number;
  readonly threshold: number;
  /** Speakers of this round that had spoken before: their position now and the one before. */
  readonly changes: readonly Change[];
  /** Rounds without news up to the round before. */
  readonly roundsWithoutNews: number;
}

/**
 * Similarity of each agent's position to its own earlier one; the value is that of the agent who changed most,
 * because a debate stands still only when nobody brings anything new.
 */
export const stagnationMeasure = (input: StagnationInput): EventData<'convergence-measured'> => {
  const agents = input.changes
    .flatMap((change) => {
      const value = jaccard(change.now.words, change.before.words);
      return value === null ? [] : [{ ...change, value: fourDecimals(value) }];
    })
    .sort((one, other) => one.value - other.value);
  const [liveliest] = agents;
  const still = liveliest !== undefined && liveliest.value >= input.threshold;
  const roundsWithoutNews = still ? input.roundsWithoutNews + 1 : 0;
  return {
    round: input.round,
    method: 'stagnation',
    value: liveliest?.value ?? null,
    threshold: input.threshold,
    met: roundsWithoutNews >= ROUNDS_WITHOUT_NEWS,
    why: still ? stillWhy(roundsWithoutNews) : movementWhy(liveliest),
    evidence: {
      agents: agents.slice(0, MOST_LISTED).map(({ now, value }) => ({ agent: now.agent, value })),
      new_words: liveliest ? wordsOnlyIn(liveliest.now, liveliest.before, MOST_LISTED) : [],
      rounds_without_news: roundsWithoutNews,
    },
  };
};

const stillWhy = (rounds: number): string =>
  rounds >= ROUNDS_WITHOUT_NEWS
    ? `Nobody has said anything new for ${rounds} rounds.`
    : 'Nobody said anything new in this round; after one more such round the talk stands still.';

const movementWhy = (liveliest: (Change & { readonly value: number }) | undefined): string => {
  if (!liveliest) return 'No speaker of this round has an earlier position to compare with.';
  const words = wordsOnlyIn(liveliest.now, liveliest.before, MOST_WORDS);
  const how = words.length === 0 ? 'dropped words' : `brought ${listed(words)}`;
  return `There is movement: ${liveliest.now.agent} changed most (${liveliest.value} as before) and ${how}.`;
};
