import type { DraftOf, EventData } from '../../contract/index.ts';
import { markBusy, markIdle } from './fold-turns.ts';
import type { CallState, OpenTurn, SessionState } from './session-state.ts';

export const lastCall = (turn: OpenTurn): CallState | undefined => turn.calls[turn.calls.length - 1];

/** The running call of a turn: an intent whose outcome is not known yet. */
export const runningCall = (turn: OpenTurn): CallState | undefined => {
  const call = lastCall(turn);
  return call?.outcome === null ? call : undefined;
};

/** Whether a cost follows an outcome: a failure that counted nothing and said nothing costs nothing. */
export const isPaid = (outcome: NonNullable<CallState['outcome']>): boolean =>
  outcome.kind !== 'failed' || outcome.partial_text !== '' || outcome.usage !== undefined;

const reserve = (state: SessionState, data: EventData<'call-started'>, sign: 1 | -1): void => {
  state.reservedTokens += sign * data.reserved_tokens;
  state.reservedMicroUsd += sign * (data.reserved_micro_usd ?? 0);
};

export const foldBudgetAnswer = (
  state: SessionState,
  event: DraftOf<'budget-awaited' | 'budget-granted' | 'budget-refused'>,
): void => {
  const turn = state.open.get(event.data.task_id);
  if (!turn) return;
  turn.awaitsBudget = event.type === 'budget-awaited';
  if (event.type === 'budget-refused') turn.refusals.set(event.data.link, event.data);
};

/** Budgets may have been changed meanwhile, and nobody waits for them any more: they are asked anew. */
export const forgetBudgetAnswers = (state: SessionState): void => {
  for (const turn of state.open.values()) {
    turn.awaitsBudget = false;
    turn.refusals.clear();
  }
};

export const foldCallStarted = (state: SessionState, data: EventData<'call-started'>, at: number): void => {
  const turn = state.open.get(data.task_id);
  if (turn) markBusy(state, turn);
  turn?.calls.push({
    started: data,
    startedAt: at,
    outcome: null,
    endedAt: at,
    retries: 0,
    costRecorded: false,
  });
  reserve(state, data, 1);
  state.totals.calls += 1;
  if (data.repeated) state.totals.repeatedCalls += 1;
};

export const foldCallEnded = (state: SessionState, data: EventData<'call-ended'>, at: number): void => {
  const turn = state.open.get(data.task_id);
  const call = turn && runningCall(turn);
  if (!turn || !call) return;
  call.outcome = data.outcome;
  call.endedAt = at;
  markIdle(state, turn);
  if (!state.settlesWithCost || !isPaid(data.outcome)) reserve(state, call.started, -1);
  if (data.outcome.kind === 'failed') takeNextStep(turn, call, data.outcome.error.code);
};

/** Shorter prompts say nothing any more. */
const SHORTEST_PROMPT = 512;

/** The next link, but once the same link again with half of a prompt that was too long for it. */
const takeNextStep = (turn: OpenTurn, { started }: CallState, code: string): void => {
  const half = Math.max(
    SHORTEST_PROMPT,
    Math.floor((started.reserved_tokens - started.max_output_tokens) / 2),
  );
  const isLong = half < started.reserved_tokens - started.max_output_tokens;
  if (code === 'provider/context-length' && isLong && turn.compressedTo === null) {
    turn.compressedTo = half;
    return;
  }
  turn.compressedTo = null;
  turn.link = started.link + 1;
};

/** An attempt that failed and is made again belongs to its call. */
export const foldCallRetried = (state: SessionState, data: EventData<'call-retried'>): void => {
  const turn = state.open.get(data.task_id);
  const call = turn && runningCall(turn);
  if (call?.started.call_id === data.call_id) call.retries += 1;
};

/** Attempts of a turn on the wire: its calls, and what was made again within them. */
export const attemptsOf = (turn: OpenTurn): number =>
  turn.calls.reduce((sum, call) => sum + 1 + call.retries, 0);

/** A call whose process died: nobody knows what it cost, so its reservation counts as spent. */
export const foldCallLost = (state: SessionState, callId: string): void => {
  for (const turn of state.open.values()) {
    const call = runningCall(turn);
    if (call?.started.call_id !== callId) continue;
    call.outcome = { kind: 'lost' };
    markIdle(state, turn);
    if (!state.settlesWithCost) reserve(state, call.started, -1);
  }
};

export const foldCost = (state: SessionState, data: EventData<'cost-recorded'>): void => {
  const turn = state.open.get(data.task_id);
  const call = turn?.calls.find((one) => one.started.call_id === data.call_id);
  if (turn && call) {
    call.costRecorded = true;
    if (state.settlesWithCost) reserve(state, call.started, -1);
    turn.spentTokens += (data.input_tokens ?? 0) + (data.output_tokens ?? 0);
    turn.spentMicroUsd += data.micro_usd ?? 0;
  }
  const { totals } = state;
  totals.inputTokens += data.input_tokens ?? 0;
  totals.outputTokens += data.output_tokens ?? 0;
  totals.microUsd =
    totals.microUsd === null || data.micro_usd === null ? null : totals.microUsd + data.micro_usd;
};
