import { type CallOutcome, type EventDraft, estimateTokens } from '../../contract/index.ts';
import { priceOf } from '../../cost/index.ts';
import { failedTurn } from './failed-turn.ts';
import { finishedTurn } from './finished-turn.ts';
import { isPaid, lastCall } from './fold-calls.ts';
import { chainOf, nextCall } from './next-call.ts';
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
  if (turn.cancelled) return failedTurn(turn, cancellationOf(state, turn.cancelled));
  if (turn.link >= chainOf(state, turn).length) return failedTurn(turn, lastError(turn));
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
  timeout: { code: 'node/timeout', message: 'The time cap of the node was reached.' },
  deadline: { code: 'budget/exceeded', message: 'The time cap of the session was reached.' },
  budget: { code: 'budget/exceeded', message: 'The token cap of the session was reached.' },
} as const;

const units = { usd: 'money', tokens: 'token', seconds: 'time', rounds: 'round' } as const;

const cancellationOf = (state: SessionState, why: NonNullable<OpenTurn['cancelled']>) => {
  const ofOther = why === 'deadline' && state.reached?.scope !== undefined;
  if (why !== 'cap' && !ofOther) return cancellations[why];
  const { limit, scope = 'session' } = state.reached ?? { limit: 'usd' };
  const whose = scope === 'day' || scope === 'turn' ? `a ${scope}` : `the ${scope}`;
  return { code: 'budget/exceeded', message: `The ${units[limit]} cap of ${whose} was reached.` };
};

const lastError = (turn: OpenTurn): { code: string; message: string } => {
  const outcome = lastCall(turn)?.outcome;
  if (outcome?.kind === 'failed') return { code: outcome.error.code, message: outcome.error.message };
  return { code: 'provider/not-found', message: 'The model chain of this agent is empty.' };
};

/**
 * A failed call costs what its provider counted, and nothing where it counted nothing and no text came; what was
 * given up or lost is counted at what it may have cost.
 */
const costOf = (state: SessionState, turn: OpenTurn, call: CallState): EventDraft | null => {
  const { started, outcome } = call;
  if (!outcome || !isPaid(outcome)) return null;
  const tokens = tokensOf(call, outcome);
  const facts = state.models[started.model];
  const cached = outcome.kind === 'answered' && outcome.cached === true;
  const price = cached ? { microUsd: 0, table: null } : priceOf(tokens.usage, facts);
  return {
    type: 'cost-recorded',
    data: {
      agent: turn.intent.agent,
      ...(cached && { cached }),
      call_id: started.call_id,
      estimated: tokens.estimated,
      input_tokens: tokens.usage.input ?? null,
      micro_usd: price.microUsd,
      model: started.model,
      output_tokens: tokens.usage.output ?? null,
      price_table: price.table,
      provider: started.provider,
      task_id: started.task_id,
      ...(facts?.price !== undefined && { usage: tokens.usage }),
    },
  };
};

const tokensOf = (call: CallState, outcome: CallOutcome | { readonly kind: 'lost' }) => {
  const counted = 'usage' in outcome ? outcome.usage : undefined;
  if (counted) return { usage: counted, estimated: counted.estimated ?? false };
  const { started } = call;
  const input = started.reserved_tokens - started.max_output_tokens;
  // No answer is longer than what was asked for; logs from before there were prices count it as it was counted.
  const most =
    started.reserved_micro_usd === undefined ? Number.POSITIVE_INFINITY : started.max_output_tokens;
  const output =
    'partial_text' in outcome
      ? Math.min(most, estimateTokens(outcome.partial_text))
      : started.max_output_tokens;
  return { usage: { input, output }, estimated: true };
};
