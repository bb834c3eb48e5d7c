import type { PositionReading } from './position-reading.ts';

/** Words of the first that the second does not use, in their first form and order; at most `most`. */
export const wordsOnlyIn = (
  first: PositionReading,
  second: Pick<PositionReading, 'words'>,
  most: number,
): readonly string[] => listWords(first, (key) => !second.words.has(key), most);

export const wordsInBoth = (
  first: PositionReading,
  second: PositionReading,
  most: number,
): readonly string[] => listWords(first, (key) => second.words.has(key), most);

const listWords = (
  { words }: PositionReading,
  matches: (key: string) => boolean,
  most: number,
): readonly string[] => {
  const found: string[] = [];
  for (const [key, { form }] of words) {
    if (found.length === most) break;
    if (matches(key)) found.push(form);
  }
  return found;
};
