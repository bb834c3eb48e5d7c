import { composedTopic } from './composed-topic.ts';
import type { ProtocolState } from './protocol-state.ts';

/**
 * What a session ends with: its synthesis, else the last positions. A synthesizer may leave the decision out of
 * its words; then it stands before them.
 */
export const finalTopic = (state: ProtocolState, decision: string | null): string => {
  const text = state.synthesisText || composedTopic(state);
  if (decision === null || text.includes(decision)) return text;
  return state.setting.participants.includes(decision) ? text : `Decided: ${decision}\n\n${text}`;
};
