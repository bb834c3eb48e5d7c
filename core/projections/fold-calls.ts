import type {
  CallOutcome,
  EventData,
  IncompleteTurn,
  Notice,
  RunEventOf,
  RunningTurn,
  SessionSnapshot,
} from '../contract/index.ts';
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
  const { call_id, task_id, attempt, link, model, repeated, compressed, downgraded_from } = event.data;
  const { reserved_tokens, reserved_micro_usd = null } = event.data;
  const { totals } = current;
  current.totals = {
    ...totals,
    calls: totals.calls + 1,
    repeated_calls: totals.repeated_calls + (repeated ? 1 : 0),
  };
  const before = changeRunning(view, current, task_id, (turn) => ({
    ...turn,
    call: { call_id, attempt, link, model, reserved_tokens, reserved_usd: addUsd(0, reserved_micro_usd) },
    waits: null,
  }));
  if (!before || (!repeated && !compressed && downgraded_from === undefined && link === 0)) return;
  writable(view, current, 'notices').push({
    seq: event.seq,
    at: event.at,
    round: before.round,
    agent: before.agent,
    ...wordsOf(event.data, before),
    whisper: false,
  });
};

const wordsOf = (
  { repeated, compressed, model, downgraded_from: from, downgrade_rule: rule }: EventData<'call-started'>,
  turn: RunningTurn,
): Pick<Notice, 'kind' | 'text'> => {
  if (repeated) return { kind: 'repeat', text: `${turn.agent}: a lost call is made again.` };
  if (compressed) {
    return { kind: 'retry', text: `${turn.agent}: ${model} is asked again with half of the prompt.` };
  }
  if (from !== undefined) {
    const why = rule === undefined ? 'which did not fit a budget' : `by the rule “${rule}”`;
    return { kind: 'downgrade', text: `${turn.agent}: ${model} is asked instead of ${from}, ${why}.` };
  }
  return { kind: 'fallback', text: fallbackText(turn, model) };
};

const fallbackText = ({ agent, failures }: RunningTurn, model: string): string => {
  const why = failures.at(-1);
  return why === undefined
    ? `${agent}: ${model} is asked instead.`
    : `${agent}: ${model} is asked instead. ${why}`;
};

/** A wait as it is read, in seconds. */
const secondsText = (ms: number): string => `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;

export const foldCallRetried = (
  view: SessionView,
  current: SessionSnapshot,
  { seq, at, data: { task_id, attempt, model, error, wait_ms } }: RunEventOf<'call-retried'>,
): void => {
  const turn = changeRunning(view, current, task_id, (before) => ({
    ...before,
    failures: [...before.failures, error.message],
    waits: { for: 'retry', text: 'waits before it is asked again', since: at, at_least_ms: wait_ms },
  }));
  if (!turn) return;
  const { agent, round } = turn;
  const text = `${agent}: ${model} is asked again in ${secondsText(wait_ms)} (attempt ${attempt + 1}). ${error.message}`;
  writable(view, current, 'notices').push({ seq, at, round, kind: 'retry', agent, text, whisper: false });
};

/** The turn of a call that waits says what for, until the call goes out. */
export const foldCallDelayed = (
  view: SessionView,
  current: SessionSnapshot,
  { at, data }: RunEventOf<'call-delayed'>,
): void => {
  const since = at;
  const waits: RunningTurn['waits'] = {
    for: data.reason === 'cooldown' ? 'cooldown' : 'rate-limit',
    text: delayText(data),
    since,
    at_least_ms: data.wait_ms,
  };
  changeRunning(view, current, data.task_id, (before) => ({ ...before, waits }));
};

const delayText = ({ reason, account, model, limit }: EventData<'call-delayed'>): string =>
  reason === 'cooldown'
    ? `waits because ${model} asked for patience`
    : `waits for ${account}’s limit of ${limit} ${reason}/min`;

/** The call goes out, or its budget has answered. */
export const foldWaitOver = (view: SessionView, current: SessionSnapshot, taskId: string): void => {
  changeRunning(view, current, taskId, (before) => ({ ...before, waits: null }));
};

export const foldBudgetAwaited = (
  view: SessionView,
  current: SessionSnapshot,
  { at, data: { task_id, scope, key } }: RunEventOf<'budget-awaited'>,
): void => {
  const whose = scope === 'day' ? 'the day' : `the project ${key}`;
  const text = `waits for room in the budget of ${whose}: running calls have reserved the rest`;
  changeRunning(view, current, task_id, (before) => ({
    ...before,
    waits: { for: 'budget', text, since: at, at_least_ms: null },
  }));
};

export const foldCooldown = (
  view: SessionView,
  current: SessionSnapshot,
  { seq, at, data }: RunEventOf<'cooldown-started'>,
): void => {
  const turn = current.running.find(({ task_id }) => task_id === data.task_id);
  const round = turn?.round ?? current.round;
  const agent = turn?.agent ?? null;
  const text = cooldownText(data);
  writable(view, current, 'notices').push({ seq, at, round, kind: 'cooldown', agent, text, whisper: false });
};

const cooldownText = ({ reason, model, account, for_ms }: EventData<'cooldown-started'>): string => {
  const pause = for_ms === null ? '' : ` for ${secondsText(for_ms)}`;
  switch (reason) {
    case 'rate-limited':
      return `${model} is left alone${pause}: it asked for patience.`;
    case 'failures':
      return `${model} is left alone${pause}: it failed several times in a row.`;
    case 'key-refused':
      return `${account} is not asked any more until its key is changed: it refused the key.`;
  }
};

export const foldCallEnded = (
  view: SessionView,
  current: SessionSnapshot,
  { at, data: { task_id, outcome } }: RunEventOf<'call-ended'>,
): void => {
  const turn = changeRunning(view, current, task_id, (before) => ({
    ...before,
    call: null,
    waits: null,
    failures: outcome.kind === 'failed' ? [...before.failures, outcome.error.message] : before.failures,
  }));
  if (!turn || outcome.kind === 'answered' || outcome.partial_text === '') return;
  const { round, speaker_index, agent, kind } = turn;
  const reason = outcome.kind === 'failed' ? outcome.error.message : givenUpWords[outcome.reason];
  keepIncomplete(view, current, {
    task_id,
    round,
    speaker_index,
    agent,
    kind,
    text: outcome.partial_text,
    reason,
    at,
  });
};

const givenUpWords: Record<Extract<CallOutcome, { kind: 'abandoned' }>['reason'], string> = {
  paused: 'Paused while this turn was being written; it is asked again after the pause.',
  stopped: 'The session was stopped while this turn was being written.',
  skipped: 'Passed over while this turn was being written.',
  deadline: 'The time cap was reached while this turn was being written.',
  interrupted: 'The process ended while this turn was being written; resuming asks again.',
};

/** A text that its call has left already is not kept twice: what is told last of it stands. */
export const keepIncomplete = (view: SessionView, current: SessionSnapshot, turn: IncompleteTurn): void => {
  const kept = writable(view, current, 'incomplete');
  const place = kept.findLastIndex(
    ({ task_id, text }) => task_id === turn.task_id && text !== '' && text === turn.text,
  );
  if (place < 0) kept.push(turn);
  else kept[place] = turn;
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
