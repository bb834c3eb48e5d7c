import { type GatheredAnswer, gatherAnswer, outcomeOf, paidUsage, requestOf } from '../agents/index.ts';
import {
  AgentNetError,
  type CallOutcome,
  type EventData,
  type EventDraft,
  estimateTokens,
  type FinishReason,
  type ModelFacts,
  type ModelPrice,
  type PlainAnswer,
  type PlainCall,
  SYSTEM_STREAM,
  type Usage,
} from '../contract/index.ts';
import { priceOf, worstCase } from '../cost/index.ts';
import type { Effects } from '../effects/index.ts';
import type { CallNeed, Ledger } from '../ledger/index.ts';
import { capabilitiesOf, type ProviderSettings, reportedUsage } from '../providers/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { CallLayer } from './call-layer.ts';

type Intent = EventData<'call-started'>;

interface PlainCallParts {
  readonly effects: Effects;
  readonly store: Pick<EventStore, 'appendSystem'>;
  readonly calls: Pick<CallLayer, 'stream'>;
  readonly settings: () => ProviderSettings;
  readonly priceOf: (model: string) => ModelPrice | null;
  readonly countTokens: (text: string) => Promise<number>;
  readonly ledger: Pick<Ledger, 'forSession'>;
}

export interface PlainCalls {
  readonly make: MakePlainCall;
  /** What is known of a model before a call. */
  readonly factsOf: (model: string) => ModelFacts;
}

/**
 * Makes one call outside of any session; its events go to the stream `system`. Rejects only when the log cannot
 * be written or the caller gives up: what the provider did wrong is in the answer.
 */
export type MakePlainCall = (
  call: PlainCall,
  onText: (text: string) => void,
  signal: AbortSignal,
) => Promise<PlainAnswer>;

/** Who the costs of plain calls are counted for. */
const CALLER = 'agentnet call';
const PROJECT = 'default';
/** What a provider adds to frame a message. */
const MESSAGE_TOKENS = 4;

export const createPlainCalls = (parts: PlainCallParts): PlainCalls => {
  const { effects, store, calls, settings, countTokens } = parts;
  const { clock } = effects;
  const budgets = parts.ledger.forSession(SYSTEM_STREAM, PROJECT);

  const factsOf = (model: string): ModelFacts => {
    const { local, stub, structuredOutput } = capabilitiesOf(model, settings());
    const provider = model.slice(0, model.indexOf('/'));
    return {
      provider,
      local,
      stub,
      structured: structuredOutput,
      price: local ? null : parts.priceOf(model),
    };
  };

  /** Resolves with null when the call may be made, else with the answer that it may not. */
  const askBudgets = async (
    call: PlainCall,
    intent: Intent,
    signal: AbortSignal,
  ): Promise<PlainAnswer | null> => {
    const answer = await budgets.waitFor(needOf(intent, factsOf(call.model)), signal).catch((thrown) => {
      throw signal.aborted ? givenUp() : thrown;
    });
    if (answer.kind === 'granted') return null;
    const { task_id, call_id, model, link } = intent;
    const refusal = { task_id, call_id, model, link, ...answer.standing };
    await store.appendSystem([{ type: 'budget-refused', data: refusal }], clock.now());
    return refused(call, answer.standing.scope);
  };

  const make: MakePlainCall = async (call, onText, signal) => {
    const facts = factsOf(call.model);
    const intent = intentOf(call, facts, effects.ids.uuid());
    const refusal = await askBudgets(call, intent, signal);
    if (refusal) return refusal;
    await store.appendSystem([{ type: 'call-started', data: intent }], clock.now());
    let attempts = 0;
    let written: Promise<unknown> = Promise.resolve();
    const around = {
      sessionId: SYSTEM_STREAM,
      hasFallback: false,
      sent: () => {
        attempts += 1;
      },
      note: (draft: EventDraft) => {
        const append = () => store.appendSystem([draft], clock.now());
        written = written.then(append);
        // Awaited below; until then its failure is nobody's surprise.
        written.catch(() => {});
      },
    };
    const stream = calls.stream(intent, requestOf(intent), signal, around);
    const gathered = await gatherAnswer(stream, clock, onText);
    const outcome = await outcomeOf(gathered, intent, countTokens, signal);
    const cost = costOf(intent, outcome, facts);
    await written;
    await store.appendSystem(
      [
        { type: 'call-ended', data: { call_id: intent.call_id, task_id: intent.task_id, outcome } },
        ...(cost ? [cost] : []),
      ],
      clock.now(),
    );
    if (outcome.kind === 'abandoned') throw givenUp();
    const microUsd = cost ? cost.data.micro_usd : 0;
    return answerOf(call, gathered, {
      attempts,
      usage: reportedUsage(call.model, paidUsage(gathered) ?? {}, settings()),
      cost_usd: microUsd === null ? null : microUsd / 1e6,
    });
  };
  return { make, factsOf };
};

const needOf = (intent: Intent, { local }: ModelFacts): CallNeed => ({
  callId: intent.call_id,
  microUsd: intent.reserved_micro_usd ?? 0,
  tokens: intent.reserved_tokens,
  isFree: local,
});

const intentOf = (call: PlainCall, facts: ModelFacts, id: string): Intent => {
  const messages = call.messages.map(({ content }) => estimateTokens(content) + MESSAGE_TOKENS);
  const tools = call.tools ? estimateTokens(JSON.stringify(call.tools)) : 0;
  const prompt = messages.reduce((sum, tokens) => sum + tokens, tools);
  return {
    call_id: id,
    task_id: id,
    attempt: 1,
    link: 0,
    provider: facts.provider,
    model: call.model,
    messages: call.messages,
    sections: [{ name: 'messages', tokens: prompt, truncated: false }],
    short_term: [],
    style_insights: [],
    max_output_tokens: call.max_output_tokens,
    temperature: call.temperature ?? null,
    seed: call.seed,
    reserved_tokens: prompt + call.max_output_tokens,
    reserved_micro_usd: worstCase(prompt, call.max_output_tokens, facts),
    repeated: false,
    ...(call.tools && { tools: call.tools }),
  };
};

/** As in a session: what failed without words and without counted tokens cost nothing. */
const costOf = (intent: Intent, outcome: CallOutcome, facts: ModelFacts) => {
  const counted = 'usage' in outcome ? outcome.usage : undefined;
  if (!counted && outcome.kind === 'failed' && outcome.partial_text === '') return null;
  const usage = counted ?? estimatedUsage(intent, outcome);
  const price = priceOf(usage, facts);
  return {
    type: 'cost-recorded',
    data: {
      call_id: intent.call_id,
      task_id: intent.task_id,
      agent: CALLER,
      provider: intent.provider,
      model: intent.model,
      micro_usd: price.microUsd,
      input_tokens: usage.input ?? null,
      output_tokens: usage.output ?? null,
      estimated: usage.estimated ?? false,
      price_table: price.table,
      usage,
    },
  } as const satisfies EventDraft;
};

const estimatedUsage = (intent: Intent, outcome: CallOutcome): Usage => ({
  input: intent.reserved_tokens - intent.max_output_tokens,
  output: 'partial_text' in outcome ? estimateTokens(outcome.partial_text) : intent.max_output_tokens,
  estimated: true,
});

/** Words that a content filter broke off are no answer, whatever came before it. */
const filtered = (model: string, finish: GatheredAnswer['finish']): AgentNetError | null =>
  finish?.finishReason.unified === 'content-filter'
    ? new AgentNetError('provider/content-filter', `A content filter ended the answer of ${model}.`)
    : null;

/** A cap that nothing can make room under: the call was not made. */
const refused = (call: PlainCall, scope: string): PlainAnswer => {
  const error = new AgentNetError('budget/exceeded', `The call does not fit the budget of the ${scope}.`);
  const nothing = { text: '', reasoning: '', toolCalls: [], finish: undefined, error, firstTokenMs: null };
  return answerOf(call, nothing, { attempts: 0, usage: {}, cost_usd: 0 });
};

const answerOf = (
  { id, model }: PlainCall,
  { text, reasoning, toolCalls, finish, error: thrown }: GatheredAnswer,
  figures: { readonly attempts: number; readonly usage: Usage; readonly cost_usd: number | null },
): PlainAnswer => {
  const error = thrown ?? filtered(model, finish);
  const { input, output, cached_read, cached_write, reasoning: thought } = figures.usage;
  const ending = finish?.finishReason ?? (error?.data['finish_reason'] as FinishReason | undefined);
  const retryAfter = error?.data['retry_after_ms'];
  return {
    id,
    text,
    reasoning,
    tool_calls: [...toolCalls],
    usage: {
      input: input ?? null,
      output: output ?? null,
      cached_read: cached_read ?? null,
      cached_write: cached_write ?? null,
      reasoning: thought ?? null,
    },
    finish_reason: ending ?? { unified: 'error', raw: null },
    complete: ending !== undefined,
    warnings: [...(finish?.warnings ?? [])],
    cost_usd: figures.cost_usd,
    attempts: figures.attempts,
    error: error && {
      code: error.code,
      message: error.message.toWellFormed(),
      retryable: error.retryable,
      retry_after_ms: typeof retryAfter === 'number' ? retryAfter : null,
    },
  };
};

const givenUp = (): AgentNetError =>
  new AgentNetError('session/interrupted', 'The call was given up.', {
    kept: 'What it had cost is recorded.',
    remedy: 'Make it again.',
  });
