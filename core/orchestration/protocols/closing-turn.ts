import type { CountedVote, VoteOption } from '../../agents/index.ts';
import type { TakeTurn } from './protocol.ts';
import type { Stage } from './stage.ts';

/** A turn of judge or synthesizer: after all speakers of the last round, hearing everything. */
export const closingTurn = (
  stage: Stage,
  turnKind: 'judgement' | 'synthesis',
  agent: string,
  options: readonly VoteOption[],
  vote: CountedVote | null = null,
): TakeTurn => ({
  kind: 'take-turn',
  round: stage.round,
  speakerIndex: stage.nextIndex,
  agent,
  turnKind,
  phase: stage.phase,
  hears: { round: stage.round, speakerIndex: stage.nextIndex },
  options,
  ranked: false,
  candidates: [],
  ...(vote && { vote }),
});
