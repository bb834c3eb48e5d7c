import type { EventData, VoteMethod } from '../../../contract/index.ts';

type Counts = Readonly<Record<string, number>>;

/** Weights are ten-thousandths: summed as integers, so that the order of ballots changes nothing. */
const units = (value: number): number => Math.round(value * 10_000);

/** Weight of each option over the valid ballots; heads where every ballot weighs 1. */
export const countsOf = (
  options: readonly string[],
  casts: readonly EventData<'vote-cast'>[],
): Record<string, number> => {
  const sums = new Map(options.map((option) => [option, 0]));
  for (const { choice, weight } of casts) sums.set(choice, (sums.get(choice) ?? 0) + units(weight));
  return Object.fromEntries([...sums].map(([option, sum]) => [option, sum / 10_000]));
};

/** The option that reaches what its method asks for, null when none does. */
export const carriedOption = (
  method: Exclude<VoteMethod, 'ranked_choice'>,
  counts: Counts,
): string | null => {
  const total = Object.values(counts).reduce((sum, count) => sum + units(count), 0);
  const carries = (count: number): boolean => {
    if (count === 0) return false;
    return method === 'two_thirds' ? count * 3 >= total * 2 : count * 2 > total;
  };
  return Object.keys(counts).find((option) => carries(units(counts[option] ?? 0))) ?? null;
};
