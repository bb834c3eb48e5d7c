import { negatedPlaces } from './negation.ts';
import { markedSide, type Side } from './side-markers.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { clausesOf } from './words.ts';

/** A position as the measures see it. */
export interface PositionReading {
  readonly agent: string;
  /** Stem to its first form in the text, in order of appearance. */
  readonly words: ReadonlyMap<string, string>;
  /** Stems that stand only under a negation. */
  readonly negated: ReadonlySet<string>;
  readonly side: Side;
  /** What the turn decided, folded to lower case; null where it decided nothing. */
  readonly decision: string | null;
}

export const readPosition = (agent: string, text: string, decision: string | null): PositionReading => {
  const words = new Map<string, string>();
  const negated = new Set<string>();
  const asserted = new Set<string>();
  const clauses = clausesOf(text);
  for (const clause of clauses) {
    const places = negatedPlaces(clause);
    for (const [place, word] of clause.entries()) {
      if (!isContent(word)) continue;
      const key = stem(word);
      if (!words.has(key)) words.set(key, word);
      (places.has(place) ? negated : asserted).add(key);
    }
  }
  for (const key of asserted) negated.delete(key);
  return {
    agent,
    words,
    negated,
    side: markedSide(clauses),
    decision: decision?.trim().toLowerCase() || null,
  };
};

const isContent = (word: string): boolean =>
  !stopWords.has(word) && (word.length > 1 || /[\p{N}]/u.test(word));
