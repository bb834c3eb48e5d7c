import { isNegator, negatedPlaces } from './negation.ts';
import { markedSide, type Side } from './side-markers.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { clausesOf, holdsFigure } from './words.ts';

/** A content word of a position, by its stem. */
export interface ContentWord {
  /** The first form in which the text has it. */
  readonly form: string;
  /** True when it stands only under a negation. */
  readonly denied: boolean;
}

/** A position as the measures see it. */
export interface PositionReading {
  readonly agent: string;
  /** By stem, in order of appearance. */
  readonly words: ReadonlyMap<string, ContentWord>;
  readonly side: Side;
  /** What the turn decided, folded to lower case; null where it decided nothing. */
  readonly decision: string | null;
}

/** `names` (lower case) are no content: who speaks of whom does not make positions alike or different. */
export const readPosition = (
  agent: string,
  text: string,
  decision: string | null,
  names: ReadonlySet<string>,
): PositionReading => {
  const words = new Map<string, ContentWord>();
  const clauses = clausesOf(text);
  for (const clause of clauses) {
    const places = negatedPlaces(clause);
    for (let place = 0; place < clause.length; place += 1) {
      const word = clause[place] ?? '';
      if (stopWords.has(word) || isNegator(word) || names.has(word) || isBare(word)) continue;
      addWord(words, word, places?.has(place) ?? false);
    }
  }
  return { agent, words, side: markedSide(clauses), decision: decision?.trim().toLowerCase() || null };
};

const isBare = (word: string): boolean => word.length < 2 && word < '\u0080' && !holdsFigure(word);

const addWord = (words: Map<string, ContentWord>, form: string, denied: boolean): void => {
  const key = stem(form);
  const known = words.get(key);
  if (!known) words.set(key, { form, denied });
  else if (known.denied && !denied) words.set(key, { ...known, denied });
};
