const bare = (name: string): string =>
  name
    .trim()
    .replace(/@\d+\.\d+\.\d+$/, '')
    .toLowerCase();

/**
 * Whom the moderator's decision names: a candidate's name, alone or as the only candidate among other words.
 * Anything else is unreadable and gives the floor to the first candidate, so that a round always goes on.
 */
export const calledSpeaker = (decision: string | null, candidates: readonly string[]): string | null => {
  const first = candidates[0] ?? null;
  if (decision === null) return first;
  const named = candidates.find((candidate) => bare(candidate) === bare(decision));
  if (named !== undefined) return named;
  const words = new Set(decision.toLowerCase().match(/[\p{L}\p{N}_-]+/gu));
  const mentioned = candidates.filter((candidate) => words.has(bare(candidate)));
  return (mentioned.length === 1 ? mentioned[0] : undefined) ?? first;
};
