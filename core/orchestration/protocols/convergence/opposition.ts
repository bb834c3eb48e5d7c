import type { PositionReading } from './position-reading.ts';
import { holdsFigure } from './words.ts';

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
  for (const [key, word] of denier.words) {
    if (word.denied && other.words.get(key)?.denied === false) {
      return `${denier.agent} denies "${word.form}", ${other.agent} affirms it`;
    }
  }
  return null;
};

/** Two texts that differ in their figures only do not say the same. */
const otherFigures = (first: PositionReading, second: PositionReading): string | null => {
  const mine = onlyFigures(first, second);
  const theirs = mine.length > 0 ? onlyFigures(second, first) : [];
  return theirs.length > 0
    ? `${first.agent} says ${mine.join(', ')}, ${second.agent} ${theirs.join(', ')}`
    : null;
};

/** Figures of the first that the second does not have; none when it has other words of its own as well. */
const onlyFigures = (first: PositionReading, second: PositionReading): readonly string[] => {
  const figures: string[] = [];
  for (const [key, { form }] of first.words) {
    if (second.words.has(key)) continue;
    if (!holdsFigure(form)) return [];
    figures.push(form);
  }
  return figures;
};
