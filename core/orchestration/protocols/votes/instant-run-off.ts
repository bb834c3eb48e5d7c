/** One count: votes of the options still in the race, and those that leave it after the count. */
export interface CountStep {
  readonly counts: Readonly<Record<string, number>>;
  readonly eliminated: readonly string[];
}

export interface RunOff {
  readonly winner: string | null;
  readonly steps: readonly CountStep[];
}

/**
 * Instant run-off. Each count gives a ballot to the first option on it that is still in the race; a ballot whose
 * options are all out is exhausted and no longer counted. An option with more than half of the ballots counted
 * wins. Otherwise the weakest leaves:
 *
 * 1. all options without a single vote leave together (they can no longer win);
 * 2. of several weakest the one that had fewer votes in the count before, then in the one before that, and so on;
 * 3. of those still equal the one listed last, but never to decide between the last two: that is a tie, and
 *    nobody wins.
 */
export const instantRunOff = (
  options: readonly string[],
  rankings: readonly (readonly string[])[],
): RunOff => {
  const steps: CountStep[] = [];
  let racing = options;
  while (racing.length > 0) {
    const counts = countFirst(racing, rankings);
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const winner = racing.find((option) => (counts[option] ?? 0) * 2 > counted) ?? null;
    const eliminated = winner === null ? leaving(racing, counts, steps) : [];
    steps.push({ counts, eliminated });
    if (winner !== null || eliminated.length === 0) return { winner, steps };
    racing = racing.filter((option) => !eliminated.includes(option));
  }
  return { winner: null, steps };
};

const countFirst = (
  racing: readonly string[],
  rankings: readonly (readonly string[])[],
): Record<string, number> => {
  const counts: Record<string, number> = Object.fromEntries(racing.map((option) => [option, 0]));
  for (const ranking of rankings) {
    const first = ranking.find((option) => Object.hasOwn(counts, option));
    if (first !== undefined) counts[first] = (counts[first] ?? 0) + 1;
  }
  return counts;
};

/** Options that leave after this count; none when it is a tie that nothing breaks. */
const leaving = (
  racing: readonly string[],
  counts: Readonly<Record<string, number>>,
  steps: readonly CountStep[],
): readonly string[] => {
  const withoutVotes = racing.filter((option) => counts[option] === 0);
  if (withoutVotes.length > 0) return withoutVotes.length < racing.length ? withoutVotes : [];
  let weakest = weakestIn(racing, counts);
  for (const step of steps.toReversed()) {
    if (weakest.length > 1) weakest = weakestIn(weakest, step.counts);
  }
  if (weakest.length === 1) return weakest;
  return racing.length === 2 ? [] : weakest.slice(-1);
};

const weakestIn = (
  options: readonly string[],
  counts: Readonly<Record<string, number>>,
): readonly string[] => {
  const fewest = Math.min(...options.map((option) => counts[option] ?? 0));
  return options.filter((option) => (counts[option] ?? 0) === fewest);
};
