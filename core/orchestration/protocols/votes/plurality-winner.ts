import type { EventData } from '../../../contract/index.ts';
import { ballotWeight } from './cast-ballot.ts';

/**
 * The option with the most votes. A tie goes to the option whose voters are surer (sum of their confidence, 0.5
 * where none was given); if that is equal too, no option leads.
 */
export const pluralityWinner = (
  counts: Readonly<Record<string, number>>,
  casts: readonly EventData<'vote-cast'>[],
): string | null => {
  const most = Math.max(0, ...Object.values(counts));
  const leaders = Object.keys(counts).filter((option) => most > 0 && counts[option] === most);
  const sureness = (option: string): number =>
    casts
      .filter((cast) => cast.choice === option)
      .reduce(
        (sum, cast) => sum + Math.round(ballotWeight('confidence_weighted', cast.confidence) * 10_000),
        0,
      );
  const surest = Math.max(...leaders.map(sureness));
  const first = leaders.filter((option) => sureness(option) === surest);
  return first.length === 1 ? (first[0] ?? null) : null;
};
