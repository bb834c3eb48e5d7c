import { buildPrompt, type Prompt } from '../../agents/index.ts';
import { type CallOutcome, type EventDraft, estimateTokens } from '../../contract/index.ts';
import { fits, priceOf } from '../../cost/index.ts';
import { agentOf, briefOf, maxOutputTokensOf } from './brief-of.ts';
import { finishedTurn } from './finished-turn.ts';
import { attemptsOf, lastCall } from './fold-calls.ts';
import type { CallState, OpenTurn, SessionState } from './session-state.ts';

/** The next event of an open turn, or null while its call runs or it may not make one now. */
export const deriveForTurn = (state: SessionState, turn: OpenTurn): EventDraft | null => {
  const call = lastCall(turn);
  if (call && call.outcome === null) return null;
  if (call && !call.costRecorded) {
    const cost = costOf(state, turn, call);
    if (cost) return cost;
  }
  if (call?.outcome?.kind === 'answered') {
    return { type: 'turn-ended', data: finishedTurn(state, turn, call, call.outcome) };
  }
  if (turn.cancelled) return failure(turn, cancellations[turn.cancelled]);
  if (turn.link >= chainOf(state, turn).length) return failure(turn, lastError(turn));
  return state.phase.kind === 'running' || state.phase.kind === 'stepping' || afterTurn(state)
    ? nextCall(state, turn)
    : null;
};

/** A pause after the running turns lets an open turn finish, with all the calls it takes. */
const afterTurn = (state: SessionState): boolean =>
  state.phase.kind === 'pausing' && state.phase.when === 'after-turn';

const cancellations = {
  stopped: { code: 'session/stopped', message: 'The session was stopped while this turn was running.' },
  skipped: { code: 'session/skipped', message: 'A person passed over this speaker.' },
  deadline: { code: 'budget/exceeded', message: 'The time cap of the session was reached.' },
  budget: { code: 'budget/exceeded', message: 'The token cap of the session was reached.' },
} as const;

const chainOf = (state: SessionState, turn: OpenTurn): readonly string[] =>
  state.chains[turn.reference] ?? [];

const lastError = (turn: OpenTurn): { code: string; message: string } => {
  const outcome = lastCall(turn)?.outcome;
  if (outcome?.kind === 'failed') return { code: outcome.error.code, message: outcome.error.message };
  return { code: 'provider/not-found', message: 'The model chain of this agent is empty.' };
};

const failure = (turn: OpenTurn, error: { code: string; message: string }): EventDraft => {
  const { intent } = turn;
  const call = lastCall(turn);
  return {
    type: 'turn-failed',
    data: {
      task_id: turn.taskId,
      round: intent.round,
      speaker_index: intent.speakerIndex,
      agent: intent.agent,
      kind: intent.turnKind,
      text: call ? partialText(call) : '',
      reason: error.message,
      at: call?.endedAt ?? turn.startedAt,
      error,
      attempts: attemptsOf(turn),
    },
  };
};

const partialText = (call: CallState): string =>
  call.outcome && 'partial_text' in call.outcome ? call.outcome.partial_text : '';

/**
 * A failed call costs what its provider counted, and nothing where it counted nothing and no text came; what was
 * given up or lost is counted at what it may have cost.
 */
const costOf = (state: SessionState, turn: OpenTurn, call: CallState): EventDraft | null => {
  const { started, outcome } = call;
  if (!outcome || (outcome.kind === 'failed' && outcome.partial_text === '' && !outcome.usage)) return null;
  const tokens = tokensOf(call, outcome);
  const facts = state.models[started.model];
  const price = priceOf(tokens.usage, facts);
  return {
    type: 'cost-recorded',
    data: {
      call_id: started.call_id,
      task_id: started.task_id,
      agent: turn.intent.agent,
      provider: started.provider,
      model: started.model,
      micro_usd: price.microUsd,
      input_tokens: tokens.usage.input ?? null,
      output_tokens: tokens.usage.output ?? null,
      estimated: tokens.estimated,
      price_table: price.table,
    },
  };
};

const tokensOf = (call: CallState, outcome: CallOutcome | { readonly kind: 'lost' }) => {
  const counted = 'usage' in outcome ? outcome.usage : undefined;
  if (counted) return { usage: counted, estimated: counted.estimated ?? false };
  const { started } = call;
  const input = started.reserved_tokens - started.max_output_tokens;
  const output = 'partial_text' in outcome ? estimateTokens(outcome.partial_text) : started.max_output_tokens;
  return { usage: { input, output }, estimated: true };
};

/** Intent of the next call, or the cap that forbids it; null while it waits for running calls to settle. */
const nextCall = (state: SessionState, turn: OpenTurn): EventDraft | null => {
  const prompt = buildPrompt(briefOf(state, turn));
  const maxOutput = maxOutputTokensOf(state, turn);
  const needed = prompt.tokens + maxOutput;
  const cap = state.specification.budget.tokens;
  if (cap !== undefined) {
    const spent = state.totals.inputTokens + state.totals.outputTokens;
    const fit = fits({ cap, spent, reserved: state.reservedTokens, needed });
    if (fit === 'wait') return null;
    if (fit === 'exceeds') return { type: 'limit-reached', data: { limit: 'tokens', cap, spent, needed } };
  }
  return callStarted(state, turn, prompt, maxOutput);
};

const callStarted = (state: SessionState, turn: OpenTurn, prompt: Prompt, maxOutput: number): EventDraft => {
  const model = chainOf(state, turn)[turn.link] as string;
  return {
    type: 'call-started',
    data: {
      call_id: `${turn.ordinal + 1}.${turn.calls.length + 1}`,
      task_id: turn.taskId,
      attempt: turn.calls.length + 1,
      link: turn.link,
      provider: state.models[model]?.provider ?? model.slice(0, model.indexOf('/')),
      model,
      messages: [...prompt.messages],
      sections: [...prompt.sections],
      short_term: [...prompt.shortTerm],
      style_insights: [...prompt.styleInsights],
      max_output_tokens: maxOutput,
      temperature: agentOf(state, turn).temperature ?? null,
      seed: state.specification.seed,
      reserved_tokens: prompt.tokens + maxOutput,
      repeated: lastCall(turn)?.outcome?.kind === 'lost',
      ...(turn.compressedTo !== null && { compressed: true }),
    },
  };
};
