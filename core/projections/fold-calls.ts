import type { EventData, RunEventOf, RunningTurn, SessionSnapshot } from '../contract/index.ts';
import { addUsd } from './add-usd.ts';
import { type SessionView, writable } from './session-view.ts';

/** Replaces one running turn; nothing happens for one that has ended. */
const changeRunning = (
  view: SessionView,
  current: SessionSnapshot,
  taskId: string,
  change: (turn: RunningTurn) => RunningTurn,
): RunningTurn | undefined => {
  const index = current.running.findIndex((turn) => turn.task_id === taskId);
  const before = current.running[index];
  if (!before) return undefined;
  writable(view, current, 'running')[index] = change(before);
  return before;
};

export const foldCallStarted = (
  view: SessionView,
  current: SessionSnapshot,
  event: RunEventOf<'call-started'>,
): void => {
  const { call_id, task_id, attempt, link, model, repeated } = event.data;
  const { totals } = current;
  current.totals = {
    ...totals,
    calls: totals.calls + 1,
    repeated_calls: totals.repeated_calls + (repeated ? 1 : 0),
  };
  const before = changeRunning(view, current, task_id, (turn) => ({
    ...turn,
    call: { call_id, attempt, link, model },
  }));
  if (!before || (!repeated && link === 0)) return;
  writable(view, current, 'notices').push({
    seq: event.seq,
    at: event.at,
    round: before.round,
    kind: repeated ? 'repeat' : 'fallback',
    agent: before.agent,
    text: repeated ? `${before.agent}: a lost call is made again.` : fallbackText(before, model),
    whisper: false,
  });
};

const fallbackText = ({ agent, failures }: RunningTurn, model: string): string => {
  const why = failures.at(-1);
  return why === undefined
    ? `${agent}: ${model} is asked instead.`
    : `${agent}: ${model} is asked instead. ${why}`;
};

export const foldCallEnded = (
  view: SessionView,
  current: SessionSnapshot,
  { task_id, outcome }: EventData<'call-ended'>,
): void => {
  changeRunning(view, current, task_id, (turn) => ({
    ...turn,
    call: null,
    failures: outcome.kind === 'failed' ? [...turn.failures, outcome.error.message] : turn.failures,
  }));
};

/** Calls whose process died: nobody knows what came of them. */
export const foldLostCalls = (view: SessionView, current: SessionSnapshot, lost: readonly string[]): void => {
  for (const turn of current.running) {
    if (turn.call === null || !lost.includes(turn.call.call_id)) continue;
    changeRunning(view, current, turn.task_id, (before) => ({
      ...before,
      call: null,
      failures: [...before.failures, 'The call was lost when its process ended.'],
    }));
  }
};

export const foldCost = (
  view: SessionView,
  current: SessionSnapshot,
  { agent, micro_usd, input_tokens, output_tokens }: EventData<'cost-recorded'>,
): void => {
  const { totals } = current;
  const input = input_tokens ?? 0;
  const output = output_tokens ?? 0;
  current.totals = {
    ...totals,
    usd: addUsd(totals.usd, micro_usd),
    tokens: { input: totals.tokens.input + input, output: totals.tokens.output + output },
  };
  changeAgent(view, current, agent, (sum) => ({
    ...sum,
    input_tokens: sum.input_tokens + input,
    output_tokens: sum.output_tokens + output,
    usd: addUsd(sum.usd, micro_usd),
  }));
};

type AgentTotals = SessionSnapshot['by_agent'][number];

export const changeAgent = (
  view: SessionView,
  current: SessionSnapshot,
  agent: string,
  change: (sum: AgentTotals) => AgentTotals,
): void => {
  const sums = writable(view, current, 'by_agent');
  const index = sums.findIndex((sum) => sum.agent === agent);
  const sum = sums[index];
  if (sum) sums[index] = change(sum);
  else sums.push(change({ agent, turns: 0, input_tokens: 0, output_tokens: 0, usd: 0 }));
};
