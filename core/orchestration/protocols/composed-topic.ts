import type { ProtocolState } from './protocol-state.ts';
import { clipped } from './votes/index.ts';

const MAX_POSITION_LENGTH = 600;

/** The end result without a synthesis: the newest position of each speaker, and saying that it is this. */
export const composedTopic = (state: ProtocolState): string => {
  const lines = state.setting.participants.flatMap((agent) => {
    const standing = state.standings.get(agent);
    return standing && standing.text !== ''
      ? [`${agent} (round ${standing.round}): ${clipped(standing.text, MAX_POSITION_LENGTH)}`]
      : [];
  });
  return lines.length === 0
    ? 'No synthesis was written, and no position was stated.'
    : ['No synthesis was written. The last positions were:', ...lines].join('\n');
};
