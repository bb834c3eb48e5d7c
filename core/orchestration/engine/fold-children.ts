import type { EventData } from '../../contract/index.ts';
import type { SessionState } from './session-state.ts';

export const foldChildStarted = (state: SessionState, data: EventData<'child-started'>): void => {
  state.children.set(data.node, data);
  state.reservedTokens += data.reserved_tokens ?? 0;
  state.reservedMicroUsd += data.reserved_micro_usd ?? 0;
  if (state.phase.kind === 'stepping') state.phase = { kind: 'stepping', left: 0 };
};

/** What the session inside has used is now spent by this one. */
export const foldChildEnded = (state: SessionState, data: EventData<'child-ended'>): void => {
  const started = state.children.get(data.node);
  if (started?.session_id !== data.session_id) return;
  state.children.delete(data.node);
  state.reservedTokens -= started.reserved_tokens ?? 0;
  state.reservedMicroUsd -= started.reserved_micro_usd ?? 0;
  state.stub ||= data.stub;
  const { totals } = state;
  const { usd, tokens, calls, repeated_calls: repeated } = data.totals;
  totals.inputTokens += tokens.input;
  totals.outputTokens += tokens.output;
  totals.calls += calls;
  totals.repeatedCalls += repeated;
  totals.microUsd = totals.microUsd === null || usd === null ? null : totals.microUsd + Math.round(usd * 1e6);
};
