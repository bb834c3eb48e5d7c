import type { ProtocolState } from '../protocol-state.ts';

/** What the judge's turn decided, in its own words; null before it and when it decided nothing. */
export const judgedDecision = (state: ProtocolState): string | null => {
  const slot = state.judgement?.slot;
  return slot?.kind === 'ended' ? slot.decision?.trim() || null : null;
};
