import type { Row, TurnEntry } from './rows.ts';

/** Longest text shown whole, in UTF-16 units; what is longer is folded to `FOLDED_LENGTH`. */
export const LONGEST_UNFOLDED = 6_000;
export const FOLDED_LENGTH = 2_400;

const LINE = 24;
/** Header, footer and distance of a turn. */
const AROUND = 84;
const CHARACTER = 7.4;

/** A first guess of a row's height in pixels, from the length of its text; the list measures what it shows. */
export const estimateRowHeight = (row: Row, width: number, lanes: number): number => {
  switch (row.kind) {
    case 'stage':
      return 44;
    case 'turn':
      return entryHeight(row.entry, Math.min(width - 36, 620));
    case 'abreast': {
      const column = Math.max(260, width / Math.max(1, lanes));
      return Math.max(...row.entries.map((entry) => entryHeight(entry, column - 40)));
    }
    case 'notice':
      return 44;
    case 'tally':
      return 96;
    case 'end':
      return 320;
  }
};

const entryHeight = (entry: TurnEntry, width: number): number => {
  const length = lengthOf(entry);
  const shown = length > LONGEST_UNFOLDED ? FOLDED_LENGTH : length;
  const perLine = Math.max(20, width / CHARACTER);
  // Paragraphs of some 300 characters end in a half-filled line each, and have a gap between them.
  const lines = Math.ceil(shown / perLine) + Math.floor(shown / 600);
  return AROUND + Math.max(1, lines) * LINE + Math.floor(shown / 300) * 8;
};

const lengthOf = (entry: TurnEntry): number => {
  if (entry.kind === 'finished') return entry.header.length;
  return entry.kind === 'incomplete' ? entry.turn.text.length : 120;
};

/** A long text cut at the end of a paragraph, or where there is none at the end of a word. */
export const foldText = (text: string): string => {
  const start = text.slice(0, FOLDED_LENGTH);
  const paragraph = start.lastIndexOf('\n\n');
  if (paragraph > FOLDED_LENGTH / 2) return start.slice(0, paragraph);
  const word = start.lastIndexOf(' ');
  return word > FOLDED_LENGTH / 2 ? start.slice(0, word) : start;
};
