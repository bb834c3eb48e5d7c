/** Slips of a finger that still count as meant. */
const MOST_SLIPS = 2;

/** The known word that was most probably meant: at most two letters off, and less than half of it. */
export const nearestWord = (given: string, known: readonly string[]): string | undefined => {
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of known) {
    const slips = distance(given.toLowerCase(), word.toLowerCase());
    if (slips <= MOST_SLIPS && slips * 2 < word.length && slips < (best?.slips ?? Infinity))
      best = { word, slips };
  }
  return best?.word;
};

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment), row by row. */
const distance = (a: string, b: string): number => {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(beforeLast, column - 2) + 1
          : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, swapped, at(last, column) + 1, at(current, column - 1) + 1));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
};

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
