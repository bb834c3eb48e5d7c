import type { TextTest } from '../../../graph/index.ts';

/** Longest text that is tested, in UTF-16 units; what is behind it is not looked at. */
const MAX_TESTED = 1_000_000;

/** Whether a text meets a test. Case and spacing at the ends do not matter; `matches` knows `*` and `?`. */
export const meetsTest = (test: TextTest, text: string): boolean => {
  const plain = text.slice(0, MAX_TESTED).trim().toLowerCase();
  switch (test.kind) {
    case 'contains':
      return plain.includes(test.text.trim().toLowerCase());
    case 'equals':
      return plain === test.text.trim().toLowerCase();
    case 'matches':
      return matchesPattern(test.text.trim().toLowerCase(), plain);
    case 'above': {
      const number = firstNumber(plain);
      return number !== undefined && number > test.number;
    }
    case 'below': {
      const number = firstNumber(plain);
      return number !== undefined && number < test.number;
    }
    case 'empty':
      return plain === '';
  }
};

/** A number with its sign; a comma between digits is a decimal point unless three digits follow it. */
const firstNumber = (text: string): number | undefined => {
  const found = /-?\d+(?:,\d{3})*(?:[.,]\d+)?/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const plain = found.replace(/,(?=\d{3}(?:[,.]|$))/g, '').replace(',', '.');
  return Number(plain);
};

/**
 * `*` is any text, `?` any one character. Looks back only to the last star, so the worst case is the product of both
 * lengths and no pattern can hang the run.
 */
const matchesPattern = (pattern: string, text: string): boolean => {
  let at = 0;
  let place = 0;
  let star = -1;
  let starPlace = 0;
  while (place < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at;
      starPlace = place;
      at += 1;
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      starPlace += 1;
      place = starPlace;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
};
