import type { VoteOption } from '../turn-brief.ts';
import { indexOfWord } from './resolve-name.ts';

/** Longest value that is looked at; a vote is a line. */
const MAX_VALUE = 800;
/** Shortest piece of an option's text that may stand for it. */
const LEAST_PIECE = 8;

const plain = (text: string): string =>
  text
    .slice(0, MAX_VALUE)
    .toLowerCase()
    .replace(/[*_`"'\u201c\u201d\u2018\u2019]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,!]$/, '');

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const called = /^[([\s]*(?:option|proposal|candidate|choice|no\.?|number)\s+[([\s]*/;
/** What may stand behind a letter that means an option; any other word makes it an article. */
const behindLetter = /^(?:$|\s*[\])}.:,;>=(\u2013\u2014-]|\s+(?:because|since|as|over|and|for|which|due)\b)/;

/** `B`, `(B)`, `B.`, `B) text`, `B because`, `option B is`. A letter before a plain word is an article, no option. */
const byId = (options: readonly VoteOption[], value: string): VoteOption | undefined => {
  const name = called.exec(value)?.[0];
  const bare = name === undefined ? value.replace(/^[([\s]+/, '') : value.slice(name.length);
  return options.find(({ id }) => {
    if (!bare.startsWith(id.toLowerCase())) return false;
    const rest = bare.slice(id.length);
    return name === undefined ? behindLetter.test(rest) : !/^[\w-]/.test(rest);
  });
};

const byText = (options: readonly VoteOption[], value: string): VoteOption | undefined => {
  const exact = options.find((option) => plain(option.text) === value);
  if (exact) return exact;
  const held = options.filter(({ text }) => plain(text).length > 0 && value.includes(plain(text)));
  if (held.length > 0) return held.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return value.length < LEAST_PIECE
    ? undefined
    : only(options.filter(({ text }) => plain(text).includes(value)));
};

const byAuthor = (options: readonly VoteOption[], value: string): VoteOption | undefined =>
  only(options.filter(({ by }) => by !== null && indexOfWord(value, by.toLowerCase()) >= 0));

/** The option that a value names: by its text, its id or its author, in this order; undefined when by none. */
export const resolveOption = (options: readonly VoteOption[], value: string): VoteOption | undefined => {
  const words = plain(value);
  if (words === '') return undefined;
  const exact = options.find((option) => plain(option.text) === words);
  const author = value.slice(0, MAX_VALUE).toLowerCase();
  return exact ?? byId(options, words) ?? byText(options, words) ?? byAuthor(options, author);
};

/** A vote has at most 26 options; what names more is no ranking. */
const MAX_ENTRIES = 64;

/** Breaks a ranking into its entries: `B > A > C`, `B, A, C`, `1. B 2. A`, one a line. */
export const rankingEntries = (value: string): readonly string[] => {
  const text = value.slice(0, 20_000);
  const separator = text.includes('>') ? '>' : text.includes('\n') ? '\n' : text.includes(';') ? ';' : ',';
  return text
    .split(separator)
    .map((entry) => entry.replace(/^\s*(?:[-*+]\s+)?(?:\d{1,3}[.)]\s*)?/, '').trim())
    .filter((entry) => entry !== '')
    .slice(0, MAX_ENTRIES);
};
