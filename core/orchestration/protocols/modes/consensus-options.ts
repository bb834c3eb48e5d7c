import type { VoteOption } from '../../../agents/index.ts';
import type { ProtocolState } from '../protocol-state.ts';
import { optionsFrom } from '../votes/index.ts';

/** Options before a vote is opened: the fixed ones, else the distinct proposals in speaking order. */
export const consensusOptions = (state: ProtocolState): readonly VoteOption[] => {
  const fixed = state.setting.vote.options;
  if (fixed !== null) return optionsFrom(fixed.map((text) => ({ text, by: null })));
  const proposals = [...state.vote.proposals].sort((one, other) => one.speakerIndex - other.speakerIndex);
  return optionsFrom(proposals.map(({ agent, text }) => ({ text, by: agent })));
};
