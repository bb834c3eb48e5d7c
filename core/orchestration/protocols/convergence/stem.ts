import { holdsFigure } from './words.ts';

/** The longest ending that fits is cut; at least four letters of the word must remain. */
const endings = [
  'ungen',
  'ings',
  'ing',
  'ung',
  'ern',
  'ied',
  'ies',
  'ed',
  'es',
  'en',
  'er',
  'em',
  'e',
  's',
  'n',
  'y',
];
const shortestStem = 4;

const byLastLetter = new Map<string, readonly string[]>(
  endings.map((ending) => {
    const last = ending.slice(-1);
    return [last, endings.filter((other) => other.endsWith(last))];
  }),
);

/**
 * A light stem that brings the forms of one English or German word together: one inflectional ending is cut,
 * no more, and umlauts stay. Words with figures are left alone: 10s and 10 are not the same.
 */
export const stem = (word: string): string => {
  const candidates = word.length > shortestStem ? byLastLetter.get(word.slice(-1)) : undefined;
  const ending = candidates?.find(
    (candidate) => word.length - candidate.length >= shortestStem && word.endsWith(candidate),
  );
  return ending === undefined || holdsFigure(word) ? word : word.slice(0, word.length - ending.length);
};
