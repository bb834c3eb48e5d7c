import { jaccard } from './jaccard.ts';
import { opposition } from './opposition.ts';
import type { PositionReading } from './position-reading.ts';

export interface PositionPair {
  readonly first: PositionReading;
  readonly second: PositionReading;
  /** Jaccard of the content words, not rounded. */
  readonly value: number;
  /** Why the two take other stands, null when nothing says so. */
  readonly opposed: string | null;
}

/** Every two positions once, in their order; two texts without content words make no pair. */
export const positionPairs = (positions: readonly PositionReading[]): readonly PositionPair[] => {
  const pairs: PositionPair[] = [];
  for (const [place, first] of positions.entries()) {
    for (const second of positions.slice(place + 1)) {
      const value = jaccard(first.words, second.words);
      if (value !== null) pairs.push({ first, second, value, opposed: opposition(first, second) });
    }
  }
  return pairs;
};
