/** Endings in the order in which they are tried; at least four letters of the word must remain. */
const endings = [
  'ings',
  'ungen',
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

/**
 * A light stem that brings the forms of one English or German word together: one inflectional ending is cut,
 * no more, and umlauts stay. Words with digits are left alone: 10s and 10 are not the same figure.
 */
export const stem = (word: string): string => {
  if (/\p{N}/u.test(word)) return word;
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= shortestStem) {
      return word.slice(0, word.length - ending.length);
    }
  }
  return word;
};
