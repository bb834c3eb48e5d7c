import { buildPrompt, type Prompt } from '../../agents/index.ts';
import type { BudgetRefusal, EventData, EventDraft } from '../../contract/index.ts';
import { fits, worstCase } from '../../cost/index.ts';
import { agentOf, briefOf, maxOutputTokensOf } from './brief-of.ts';
import { linksOf, rulesInForce } from './downgrade-rules.ts';
import { failedTurn } from './failed-turn.ts';
import { lastCall } from './fold-calls.ts';
import type { OpenTurn, SessionState } from './session-state.ts';

type Limit = EventData<'limit-reached'>;
type Fit =
  | { readonly kind: 'fits' | 'wait' }
  | { readonly kind: 'exceeds'; readonly limit: Limit }
  /** The node has used its own budget, which ends the node and not the session. */
  | { readonly kind: 'exceeds-node'; readonly node: string; readonly limit: Limit };

/** What a call of one link of the chain needs at worst; `microUsd` is null where the price is unknown. */
interface Need {
  readonly link: number;
  readonly tokens: number;
  readonly microUsd: number | null;
}

export const chainOf = (state: SessionState, turn: OpenTurn): readonly string[] =>
  state.chains[turn.reference] ?? [];

/**
 * Intent of the next call, or the cap that forbids it; null while it waits for running calls to settle. A rule of
 * the settings that holds steps down to a cheaper link of the chain, whether or not the call would fit. Where
 * the specification says `on_limit: downgrade`, a call that no settlement makes room for steps down to the next
 * cheaper link that fits.
 */
export const nextCall = (state: SessionState, turn: OpenTurn): EventDraft | null => {
  if (turn.awaitsBudget) return null;
  const wanted = underRules(state, turn, callOf(state, turn, turn.link));
  const fit = fitOf(state, turn, wanted.need);
  if (!isExceeded(fit)) return fit.kind === 'fits' ? wanted.draft : null;
  const limit = endingBy(turn, fit);
  if (state.specification.on_limit !== 'downgrade') return limit;
  for (let link = wanted.need.link + 1; link < chainOf(state, turn).length; link += 1) {
    const call = callOf(state, { ...turn, link }, link);
    if (!isCheaper(call.need, wanted.need)) continue;
    const cheaper = fitOf(state, turn, call.need);
    if (!isExceeded(cheaper)) return cheaper.kind === 'fits' ? call.draft : null;
  }
  return limit;
};

type Exceeded = Extract<Fit, { readonly limit: Limit }>;

const isExceeded = (fit: Fit): fit is Exceeded => fit.kind === 'exceeds' || fit.kind === 'exceeds-node';

const endingBy = (turn: OpenTurn, fit: Exceeded): EventDraft => {
  if (fit.kind === 'exceeds') return { type: 'limit-reached', data: fit.limit };
  const { limit, cap } = fit.limit;
  const unit = limit === 'usd' ? 'USD' : 'tokens';
  const message = `The budget of node "${fit.node}", ${cap} ${unit}, has no room for this call.`;
  return failedTurn(turn, { code: 'budget/exceeded', message });
};

interface PlannedCall {
  readonly need: Need;
  readonly draft: EventDraft;
}

const isCheaper = (one: Need, other: Need): boolean =>
  one.microUsd !== null && (other.microUsd === null || one.microUsd < other.microUsd);

/** The cheapest of what was asked for and what the rules that hold lead to. */
const underRules = (state: SessionState, turn: OpenTurn, asked: PlannedCall): PlannedCall => {
  let best = asked;
  for (const rule of rulesInForce(state)) {
    for (const link of linksOf(rule, chainOf(state, turn), turn.link, state.models)) {
      const call = callOf(state, { ...turn, link }, link, rule.name);
      if (isCheaper(call.need, best.need)) best = call;
    }
  }
  return best;
};

const callOf = (state: SessionState, turn: OpenTurn, link: number, rule?: string): PlannedCall => {
  const prompt = buildPrompt(briefOf(state, turn));
  const maxOutput = maxOutputTokensOf(state, turn);
  const model = chainOf(state, turn)[link] as string;
  const need = {
    link,
    tokens: prompt.tokens + maxOutput,
    microUsd: worstCase(prompt.tokens, maxOutput, state.models[model]),
  };
  return { need, draft: callStarted(state, turn, prompt, maxOutput, need, rule) };
};

const fitOf = (state: SessionState, turn: OpenTurn, need: Need): Fit => {
  const refused = turn.refusals.get(need.link);
  if (refused) return { kind: 'exceeds', limit: limitOf(refused) };
  const { budget } = state.specification;
  const session = {
    tokens: { spent: state.totals.inputTokens + state.totals.outputTokens, reserved: state.reservedTokens },
    microUsd: { spent: state.totals.microUsd ?? 0, reserved: state.reservedMicroUsd },
  };
  const own = {
    tokens: { spent: turn.spentTokens, reserved: 0 },
    microUsd: { spent: turn.spentMicroUsd, reserved: 0 },
  };
  const fitsSession = fitUnder(budget, session, need, {});
  if (fitsSession.kind !== 'fits') return fitsSession;
  const fitsTurn = fitUnder(budget.turn ?? {}, own, need, { scope: 'turn' });
  return fitsTurn.kind === 'fits' ? fitOfNodes(turn, need) : fitsTurn;
};

const fitOfNodes = (turn: OpenTurn, need: Need): Fit => {
  for (const { node, caps, ...used } of turn.intent.work?.budgets ?? []) {
    const fit = fitUnder(caps, used, need, {});
    if (fit.kind === 'exceeds') return { kind: 'exceeds-node', node, limit: fit.limit };
    if (fit.kind !== 'fits') return fit;
  }
  return { kind: 'fits' };
};

interface Use {
  readonly spent: number;
  readonly reserved: number;
}

const fitUnder = (
  caps: { readonly tokens?: number | undefined; readonly usd?: number | undefined },
  used: { readonly tokens: Use; readonly microUsd: Use },
  need: Need,
  scope: Pick<Limit, 'scope'>,
): Fit => {
  let waits = false;
  if (caps.tokens !== undefined) {
    const fit = fits({ cap: caps.tokens, ...used.tokens, needed: need.tokens });
    if (fit === 'exceeds') {
      const { spent } = used.tokens;
      const limit = { limit: 'tokens' as const, ...scope, cap: caps.tokens, spent, needed: need.tokens };
      return { kind: 'exceeds', limit };
    }
    waits = fit === 'wait';
  }
  // A model that costs nothing is never stopped by a money cap; one of unknown price is refused before the run.
  if (caps.usd !== undefined && need.microUsd !== null && need.microUsd > 0) {
    const fit = fits({ cap: wholeMicroUsd(caps.usd), ...used.microUsd, needed: need.microUsd });
    if (fit === 'exceeds') {
      const [spent, needed] = [used.microUsd.spent / 1e6, need.microUsd / 1e6];
      return { kind: 'exceeds', limit: { limit: 'usd', ...scope, cap: caps.usd, spent, needed } };
    }
    waits ||= fit === 'wait';
  }
  return { kind: waits ? 'wait' : 'fits' };
};

/** A cap in whole micro-USD; the rest of a micro-USD is nothing that can be spent. */
const wholeMicroUsd = (usd: number): number => Math.floor(Number((usd * 1e6).toFixed(3)));

const limitOf = ({ unit, scope, key, cap, spent, needed }: BudgetRefusal): Limit => {
  const scale = unit === 'usd' ? 1e6 : 1;
  return { limit: unit, scope, key, cap: cap / scale, spent: spent / scale, needed: needed / scale };
};

/** In the order of canonical JSON, as all that every turn writes: it is sealed as it is. */
const callStarted = (
  state: SessionState,
  turn: OpenTurn,
  prompt: Prompt,
  maxOutput: number,
  need: Need,
  rule: string | undefined,
): EventDraft => {
  const chain = chainOf(state, turn);
  const model = chain[need.link] as string;
  const wanted = state.open.get(turn.taskId)?.link ?? need.link;
  return {
    type: 'call-started',
    data: {
      attempt: turn.calls.length + 1,
      call_id: `${turn.ordinal + 1}.${turn.calls.length + 1}`,
      ...(turn.compressedTo !== null && { compressed: true }),
      ...(rule !== undefined && { downgrade_rule: rule }),
      ...(wanted !== need.link && { downgraded_from: chain[wanted] as string }),
      link: need.link,
      max_output_tokens: maxOutput,
      messages: [...prompt.messages],
      model,
      provider: state.models[model]?.provider ?? model.slice(0, model.indexOf('/')),
      repeated: lastCall(turn)?.outcome?.kind === 'lost',
      ...(state.models[model]?.price !== undefined && { reserved_micro_usd: need.microUsd }),
      reserved_tokens: need.tokens,
      ...(prompt.answerSchema && { response_schema: prompt.answerSchema }),
      sections: [...prompt.sections],
      seed: state.specification.seed,
      short_term: [...prompt.shortTerm],
      style_insights: [...prompt.styleInsights],
      task_id: turn.taskId,
      temperature: agentOf(state, turn).temperature ?? null,
    },
  };
};
