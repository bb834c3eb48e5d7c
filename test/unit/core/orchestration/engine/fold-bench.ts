import type { EventDraft, EventType, ResolvedSpecification } from '../../../../../core/contract/index.ts';
import { derive } from '../../../../../core/orchestration/engine/derive.ts';
import { foldSession, openState } from '../../../../../core/orchestration/engine/fold.ts';
import type { OpenTurn, SessionState } from '../../../../../core/orchestration/engine/session-state.ts';
import { createdWith } from '../../../../support/cast.ts';

export interface DraftSource {
  readonly state: SessionState;
  /** The first open turn. */
  readonly turn: () => OpenTurn;
  /** Derives and folds events up to and with the first of the type; fails where none comes. */
  readonly goOn: (type: EventType) => EventDraft;
}

/** A session folded up to its first event of the type, without a log and without a call. */
export const stateAfter = (
  type: EventType,
  change: Partial<ResolvedSpecification> = {},
  chain: readonly string[] = ['stub/debater', 'stub/voter'],
): DraftSource => {
  const created: EventDraft = { type: 'session-created', data: createdWith(change, chain) };
  const state = openState('00000000-0000-4000-8000-000000000001', created, 0);
  let at = 0;
  const goOn = (wanted: EventType): EventDraft => {
    for (let draft = derive(state); draft; draft = derive(state)) {
      at += 1;
      foldSession(state, draft, at);
      if (draft.type === wanted) return draft;
    }
    throw new Error(`${wanted} is not due`);
  };
  if (type !== 'session-created') goOn(type);
  return {
    state,
    goOn,
    turn: () => {
      const [turn] = state.open.values();
      if (!turn) throw new Error('no turn is open');
      return turn;
    },
  };
};

/** The outcome of a call that answered with this text. */
export const answer = (
  text: string,
  usage: { input?: number; output?: number } = { input: 100, output: 20 },
) => ({
  kind: 'answered' as const,
  text,
  reasoning: '',
  tool_calls: [],
  finish_reason: { unified: 'stop' as const, raw: 'stop' },
  usage,
  model: 'stub/debater',
  request_id: null,
  warnings: [],
  first_token_ms: 3,
});
