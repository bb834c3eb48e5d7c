import type { EventDraft } from '../contract/index.ts';
import type { Settlement } from './reservations.ts';

/**
 * What an event means for the reservation of its call, settled in the same transaction: a cost is spent, a
 * failure that nothing follows costs nothing, and at the end of a session nothing may stay reserved.
 */
export const settlementOf = (draft: EventDraft): Settlement | null => {
  switch (draft.type) {
    case 'cost-recorded': {
      const { call_id: callId, micro_usd: microUsd, input_tokens: input, output_tokens: output } = draft.data;
      return { callId, microUsd, tokens: (input ?? 0) + (output ?? 0) };
    }
    case 'call-ended': {
      const { call_id: callId, outcome } = draft.data;
      const isFree = outcome.kind === 'failed' && outcome.partial_text === '' && !outcome.usage;
      return isFree ? { callId, microUsd: 0, tokens: 0 } : null;
    }
    case 'session-ended':
      return { callId: null };
    default:
      return null;
  }
};
