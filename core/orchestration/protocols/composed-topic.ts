import type { ProtocolState } from './protocol-state.ts';
import { clipped } from './votes/index.ts';

const MAX_POSITION_LENGTH = 600;

/**
 * The end result without a synthesis: the newest position of each speaker, and saying that it is this. Who
 * speaks alone has the last word: nothing is left to put together.
 */
export const composedTopic = (state: ProtocolState): string => {
  const [only, ...others] = state.setting.participants;
  const alone = others.length === 0 && only !== undefined ? state.standings.get(only)?.now?.text : undefined;
  if (alone) return clipped(alone, MAX_POSITION_LENGTH);
  const lines = state.setting.participants.flatMap((agent) => {
    const newest = state.standings.get(agent)?.now;
    return newest && newest.text !== ''
      ? [`${agent} (round ${newest.round}): ${clipped(newest.text, MAX_POSITION_LENGTH)}`]
      : [];
  });
  return lines.length === 0
    ? 'No synthesis was written, and no position was stated.'
    : ['No synthesis was written. The last positions were:', ...lines].join('\n');
};
