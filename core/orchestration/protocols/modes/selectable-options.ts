import type { VoteOption } from '../../../agents/index.ts';
import type { ProtocolState } from '../protocol-state.ts';
import { optionsFrom } from '../votes/index.ts';

/** What a selection chooses from: the clusters, or the ideas themselves where fewer than two were named. */
export const selectableOptions = (state: ProtocolState): readonly VoteOption[] => {
  const { clusters } = state.brainstorm;
  if (clusters.length > 1) return clusters;
  return optionsFrom(
    state.setting.participants.flatMap((agent) => {
      const standing = state.standings.get(agent);
      return standing ? [{ text: standing.text, by: agent }] : [];
    }),
  );
};
