import type { VoteOption } from '../../../agents/index.ts';

/** Longest text of an option in UTF-16 units; it stands in every later prompt and in every tally. */
export const MAX_OPTION_LENGTH = 500;

/** 0 is A, 25 is Z, 26 is AA, as columns are counted. */
export const optionId = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : optionId(Math.floor(index / 26) - 1) + letter;
};

/** Two texts are the same option when only case, spacing or closing punctuation differ. */
export const sameTextKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.!?;:,]+$/u, '');

/** Cuts at the limit without splitting a surrogate pair; a cut text ends with an ellipsis. */
export const clipped = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}…`;
};

/** Distinct texts in their order, with ids A, B, C...; of two equal ones the first keeps its author. */
export const optionsFrom = (
  entries: readonly { readonly text: string; readonly by: string | null }[],
): readonly VoteOption[] => {
  const options: VoteOption[] = [];
  const seen = new Set<string>();
  for (const { text, by } of entries) {
    const key = sameTextKey(text);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    options.push({ id: optionId(options.length), text: clipped(text.trim(), MAX_OPTION_LENGTH), by });
  }
  return options;
};
