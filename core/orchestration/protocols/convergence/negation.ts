import { stopWords } from './stop-words.ts';

const negators = new Set(
  `not no never none neither nor without cannot nothing instead
  nicht nie niemals kein keine keinen keinem keiner keines ohne weder nichts`.split(/\s+/),
);
/** Words that turn a clause round again: "not slow but cheap". */
const turns = new Set(['but', 'aber', 'sondern', 'yet', 'rather', 'vielmehr']);
/** "Not only fast" says fast. */
const softeners = new Set(['only', 'just', 'merely', 'nur', 'bloß', 'allein']);
/** Content words that one negation reaches. */
const reach = 3;

export const isNegator = (word: string): boolean => negators.has(word) || word.endsWith("n't");

/**
 * Places of the words in a clause that a negation reaches: the three content words behind it, up to a "but";
 * where none follows, as at the end of a German clause ("wir bauen das nicht"), the three before it. Null for a
 * clause without negation, which is nearly every one.
 */
export const negatedPlaces = (clause: readonly string[]): ReadonlySet<number> | null => {
  if (!clause.some(isNegator)) return null;
  const places = new Set<number>();
  for (const [place, word] of clause.entries()) {
    if (!isNegator(word) || softeners.has(clause[place + 1] ?? '')) continue;
    const behind = contentPlaces(clause, place, 1);
    for (const found of behind.length > 0 ? behind : contentPlaces(clause, place, -1)) places.add(found);
  }
  return places;
};

const contentPlaces = (clause: readonly string[], from: number, direction: 1 | -1): readonly number[] => {
  const found: number[] = [];
  for (let place = from + direction; found.length < reach; place += direction) {
    const word = clause[place];
    if (word === undefined || turns.has(word)) break;
    if (!stopWords.has(word) && !isNegator(word)) found.push(place);
  }
  return found;
};
