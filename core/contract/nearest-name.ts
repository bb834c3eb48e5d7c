/** The name a user most likely meant, or undefined where none is near enough to be worth saying. */
export const nearestName = (word: string, names: readonly string[]): string | undefined => {
  const wanted = plain(word.slice(0, 80));
  if (wanted === '') return undefined;
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    const distance = distanceOf(wanted, name);
    if (!nearest || distance < nearest.distance) nearest = { name, distance };
  }
  return nearest && nearest.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? nearest.name : undefined;
};

/** `maxRounds`, `max-rounds` and `MAX ROUNDS` are all `max_rounds` to a reader. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '');

const distanceOf = (wanted: string, name: string): number => {
  const candidate = plain(name);
  // `rounds` for `max_rounds`: a whole word of the name counts as nearly right.
  if (
    wanted.length >= 4 &&
    name
      .toLowerCase()
      .split(/[_.@/-]/)
      .includes(wanted)
  )
    return 1;
  return editDistance(wanted, candidate);
};

/**
 * Least number of insertions, deletions, replacements and swaps of neighbours (each place edited once).
 * R. A. Wagner, R. Lowrance: An Extension of the String-to-String Correction Problem. JACM 22 (1975),
 * in the restricted form.
 */
export const editDistance = (left: string, right: string): number => {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] as number) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] as number;
};
