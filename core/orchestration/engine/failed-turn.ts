import type { EventDraft } from '../../contract/index.ts';
import { attemptsOf, lastCall } from './fold-calls.ts';
import type { OpenTurn } from './session-state.ts';

/** A turn that ends without an answer, with what was seen of one. */
export const failedTurn = (
  turn: OpenTurn,
  error: { readonly code: string; readonly message: string },
): EventDraft => {
  const { intent } = turn;
  const call = lastCall(turn);
  const outcome = call?.outcome;
  return {
    type: 'turn-failed',
    data: {
      task_id: turn.taskId,
      round: intent.round,
      speaker_index: intent.speakerIndex,
      agent: intent.agent,
      kind: intent.turnKind,
      ...(intent.work && { node: intent.work.node }),
      text: outcome && 'partial_text' in outcome ? outcome.partial_text : '',
      reason: error.message,
      at: call?.endedAt ?? turn.startedAt,
      error,
      attempts: attemptsOf(turn),
    },
  };
};
