import type { EventData } from '../../contract/index.ts';
import type { CallState, OpenTurn, SessionState } from './session-state.ts';

export const lastCall = (turn: OpenTurn): CallState | undefined => turn.calls[turn.calls.length - 1];

/** The running call of a turn: an intent whose outcome is not known yet. */
export const runningCall = (turn: OpenTurn): CallState | undefined => {
  const call = lastCall(turn);
  return call?.outcome === null ? call : undefined;
};

export const foldCallStarted = (state: SessionState, data: EventData<'call-started'>, at: number): void => {
  state.open.get(data.task_id)?.calls.push({
    started: data,
    startedAt: at,
    outcome: null,
    endedAt: at,
    costRecorded: false,
  });
  state.reservedTokens += data.reserved_tokens;
  state.totals.calls += 1;
  if (data.repeated) state.totals.repeatedCalls += 1;
};

export const foldCallEnded = (state: SessionState, data: EventData<'call-ended'>, at: number): void => {
  const turn = state.open.get(data.task_id);
  const call = turn && runningCall(turn);
  if (!turn || !call) return;
  call.outcome = data.outcome;
  call.endedAt = at;
  state.reservedTokens -= call.started.reserved_tokens;
  if (data.outcome.kind === 'failed') turn.link = call.started.link + 1;
};

/** A call whose process died: nobody knows what it cost, so its reservation counts as spent. */
export const foldCallLost = (state: SessionState, callId: string): void => {
  for (const turn of state.open.values()) {
    const call = runningCall(turn);
    if (call?.started.call_id !== callId) continue;
    call.outcome = { kind: 'lost' };
    state.reservedTokens -= call.started.reserved_tokens;
  }
};

export const foldCost = (state: SessionState, data: EventData<'cost-recorded'>): void => {
  const call = state.open.get(data.task_id)?.calls.find((one) => one.started.call_id === data.call_id);
  if (call) call.costRecorded = true;
  const { totals } = state;
  totals.inputTokens += data.input_tokens ?? 0;
  totals.outputTokens += data.output_tokens ?? 0;
  totals.microUsd =
    totals.microUsd === null || data.micro_usd === null ? null : totals.microUsd + data.micro_usd;
};
