import type { TextTest } from '../graph.ts';
import { compilePattern } from './compile-pattern.ts';

/** UTF-16 units in which a number is looked for. */
const MOST_UNITS = 100_000;

/**
 * Whether a text passes a test. Case and spacing at the ends do not matter. `above` and `below` look at the first
 * number of the text (`1,200.5` and `7/10` are 1200.5 and 7); a text without a number is neither. A pattern that
 * cannot be read never matches: `checkGraph` refuses it.
 */
export const passes = (test: TextTest, text: string): boolean => {
  switch (test.kind) {
    case 'contains':
      return plain(text).includes(plain(test.text));
    case 'equals':
      return plain(text) === plain(test.text);
    case 'matches': {
      const matcher = compilePattern(test.text);
      return matcher.ok && matcher.test(text.trim());
    }
    case 'above':
    case 'below': {
      const number = firstNumber(text);
      if (number === undefined) return false;
      return test.kind === 'above' ? number > test.number : number < test.number;
    }
    case 'empty':
      return text.trim() === '';
  }
};

const plain = (text: string): string => text.trim().toLowerCase();

const firstNumber = (text: string): number | undefined => {
  const head = text.slice(0, MOST_UNITS);
  const found = /\d+/.exec(head);
  if (!found) return undefined;
  const [whole] = /^\d{1,3}(,\d{3})+(?!\d)/.exec(head.slice(found.index, found.index + 40)) ?? [found[0]];
  const rest = head.slice(found.index + whole.length, found.index + whole.length + 40);
  const [fraction] = /^\.\d+/.exec(rest) ?? [''];
  // "3-5" is a range and "gpt-4" a name; only a minus of its own makes a number negative.
  const isNegative = /(^|[\s(=:])[-\u2212]$/.test(head.slice(Math.max(0, found.index - 2), found.index));
  return Number(`${isNegative ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`);
};
