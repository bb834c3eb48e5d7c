import type { CountedVote } from '../../agents/index.ts';
import { decidedOption } from './modes/consensus-conclusion.ts';
import type { ProtocolState } from './protocol-state.ts';

/** How the last vote came out, with what a judge made of it; null where none was counted. */
export const countedVote = (state: ProtocolState): CountedVote | null => {
  const { opened, tally } = state.vote;
  if (opened === null || tally === null) return null;
  return { opened, tally, decided: decidedOption(state)?.id ?? null };
};
