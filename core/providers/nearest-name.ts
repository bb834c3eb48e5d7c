/** Edit distance in which two swapped neighbours count once (optimal string alignment). */
const distance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
};

/** Names longer than this are no slips of the finger, and comparing them would take long. */
const LONGEST = 200;

/** The valid name that a wrong one was probably meant to be; undefined when none is near. */
export const nearestName = (wrong: string, names: readonly string[]): string | undefined => {
  if (wrong.length > LONGEST) return undefined;
  const ranked = names
    .map((name) => ({ name, far: distance(wrong.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const nearest = ranked[0];
  return nearest && nearest.far <= Math.max(2, Math.floor(nearest.name.length / 3))
    ? nearest.name
    : undefined;
};
