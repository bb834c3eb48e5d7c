import type { PositionReading } from './position-reading.ts';

/**
 * Why two positions cannot count as agreed however alike their words are; null when nothing says so.
 * It errs towards going on: a doubtful sign only postpones the end, a missed one would end a debate wrongly.
 */
export const opposition = (first: PositionReading, second: PositionReading): string | null => {
  if (first.decision !== null && second.decision !== null && first.decision !== second.decision) {
    return `${first.agent} decided "${first.decision}", ${second.agent} "${second.decision}"`;
  }
  if (first.side !== 'unstated' && second.side !== 'unstated' && first.side !== second.side) {
    return `${first.agent} is ${first.side}, ${second.agent} ${second.side}`;
  }
  return deniedWord(first, second) ?? deniedWord(second, first) ?? otherFigures(first, second);
};

const deniedWord = (denier: PositionReading, other: PositionReading): string | null => {
  for (const key of denier.negated) {
    if (other.words.has(key) && !other.negated.has(key)) {
      return `${denier.agent} denies "${denier.words.get(key)}", ${other.agent} affirms it`;
    }
  }
  return null;
};

/** Two texts that differ in their figures only do not say the same. */
const otherFigures = (first: PositionReading, second: PositionReading): string | null => {
  const mine = onlyIn(first, second);
  const theirs = onlyIn(second, first);
  const figures = [...mine, ...theirs].every((word) => /\p{N}/u.test(word));
  return mine.length > 0 && theirs.length > 0 && figures
    ? `${first.agent} says ${mine.join(', ')}, ${second.agent} ${theirs.join(', ')}`
    : null;
};

/** Words of the first that the second does not use, in their first form and order. */
export const onlyIn = (first: PositionReading, second: PositionReading): readonly string[] =>
  [...first.words].filter(([key]) => !second.words.has(key)).map(([, form]) => form);
