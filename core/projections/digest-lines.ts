import { canonicalJson, type SessionSnapshot, type Turn } from '../contract/index.ts';

/**
 * What a run came to, as canonical JSON lines: the same for equal seeds, whatever ended first and whatever
 * was killed and resumed in between. No ids, times, usage, costs, attempts or repeats.
 *
 * 1. a line for each finished turn: `[round, speaker_index, agent, kind, content, decision]`, by round,
 *    speaker index and node
 * 2. `["convergence", round, method, value, met]`, by round and method
 * 3. for each vote, in the order they were opened: `["vote", round, agent, valid, choice, ranking]` by
 *    agent, then `["tally", round, winner, fallback]`
 * 4. `["outcome", outcome, converged, rounds_executed, decision]`, all null before the end
 */
export const digestLines = (snapshot: SessionSnapshot, turns: readonly Turn[]): readonly string[] =>
  [
    ...inSpeakingOrder(turns).map((turn) => [
      turn.round,
      turn.speaker_index,
      turn.agent,
      turn.kind,
      turn.output.content,
      turn.decision,
    ]),
    ...snapshot.convergence
      .toSorted((left, right) => left.round - right.round || compare(left.method, right.method))
      .map(({ round, method, value, met }) => ['convergence', round, method, value, met]),
    ...snapshot.votes.flatMap(({ opened, casts, tally }) => [
      ...casts
        .toSorted((left, right) => compare(left.agent, right.agent))
        .map(({ agent, valid, choice, ranking }) => ['vote', opened.round, agent, valid, choice, ranking]),
      ...(tally ? [['tally', tally.round, tally.winner, tally.fallback]] : []),
    ]),
    outcomeLine(snapshot.ended),
  ].map(canonicalJson);

/** By round, speaker index and node, which is the order of reading and not that of completion. */
export const inSpeakingOrder = (turns: readonly Turn[]): readonly Turn[] =>
  turns.toSorted(
    (left, right) =>
      left.round - right.round ||
      left.speaker_index - right.speaker_index ||
      compare(left.node ?? '', right.node ?? '') ||
      compare(left.agent, right.agent),
  );

const outcomeLine = (ended: SessionSnapshot['ended']) => [
  'outcome',
  ended?.outcome ?? null,
  ended?.converged ?? null,
  ended?.rounds_executed ?? null,
  ended?.decision ?? null,
];

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
