import { gatherAnswer, outcomeOf, paidUsage, requestOf } from '../agents/index.ts';
import {
  AgentNetError,
  type CallOutcome,
  type CallWarning,
  type DowngradeRule,
  type EventData,
  type EventDraft,
  estimateTokens,
  type ModelFacts,
  type ModelPrice,
  type PlainAnswer,
  type PlainCall,
  type RunEvent,
  SYSTEM_STREAM,
  type Usage,
} from '../contract/index.ts';
import { priceOf, worstCase } from '../cost/index.ts';
import type { Effects } from '../effects/index.ts';
import type { BudgetAnswer, CallNeed, Ledger } from '../ledger/index.ts';
import type { CallNoteDraft } from '../orchestration/index.ts';
import { capabilitiesOf, type ProviderSettings, reportedUsage } from '../providers/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { CallLayer } from './call-layer.ts';
import { plainAnswerOf, withoutAnswer } from './plain-answer.ts';
import {
  budgetWarning,
  delayWarning,
  fallbackWarning,
  powerlessWarning,
  ruleWarning,
  stubWarning,
} from './plain-warnings.ts';
import { createStepDown } from './step-down.ts';

type CapStanding = Exclude<BudgetAnswer, { kind: 'granted' }>['standing'];
type Intent = EventData<'call-started'>;

interface PlainCallParts {
  readonly effects: Effects;
  readonly store: Pick<EventStore, 'appendSystem'>;
  readonly calls: Pick<CallLayer, 'stream'>;
  readonly settings: () => ProviderSettings;
  readonly priceOf: (model: string) => ModelPrice | null;
  readonly countTokens: (text: string) => Promise<number>;
  readonly ledger: Pick<Ledger, 'forSession'>;
  /** Rules of the settings that step down along a chain. */
  readonly rules: () => readonly DowngradeRule[];
}

export interface PlainCalls {
  readonly make: MakePlainCall;
  /** What is known of a model before a call. */
  readonly factsOf: (model: string) => ModelFacts;
}

/**
 * Makes one call outside of any session, along its chain of models; its events go to the stream `system`, and
 * `onEvent` gets them once they are stored. Rejects only when the log cannot be written or the caller gives up:
 * what the providers did wrong is in the answer.
 */
export type MakePlainCall = (
  call: PlainCall,
  onText: (text: string) => void,
  signal: AbortSignal,
  onEvent?: (event: RunEvent) => void,
) => Promise<PlainAnswer>;

/** Who the costs of plain calls are counted for. */
const CALLER = 'agentnet call';
const PROJECT = 'default';
/** What a provider adds to frame a message. */
const MESSAGE_TOKENS = 4;

export const createPlainCalls = (parts: PlainCallParts): PlainCalls => {
  const { effects, store, calls, settings, countTokens, rules } = parts;
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
  const stepDown = createStepDown({ rules, budgets, factsOf });

  /** Resolves with null when the call may be made, else with the error that it may not. */
  const askBudgets = async (intent: Intent, around: Around): Promise<AgentNetError | null> => {
    const { task_id, call_id, model, link } = intent;
    const need = needOf(intent, factsOf(model));
    const first = await budgets.reserve(need);
    if (first.kind === 'granted') return null;
    if (first.kind === 'refused') return refuse(intent, first.standing, around);
    const since = clock.elapsed();
    const waiting = { task_id, call_id, model, link, ...first.standing };
    await around.record([{ type: 'budget-awaited', data: waiting }]);
    const answer = await budgets.waitFor(need, around.signal).catch((thrown) => {
      throw around.signal.aborted ? givenUp() : thrown;
    });
    if (answer.kind === 'refused') return refuse(intent, answer.standing, around);
    around.warnings.push(budgetWarning(first.standing, clock.elapsed() - since));
    await around.record([{ type: 'budget-granted', data: { task_id, call_id } }]);
    return null;
  };

  /** A cap that nothing can make room under: the call is not made. */
  const refuse = async (
    { task_id, call_id, model, link }: Intent,
    standing: CapStanding,
    { record }: Around,
  ): Promise<AgentNetError> => {
    await record([{ type: 'budget-refused', data: { task_id, call_id, model, link, ...standing } }]);
    const message = `The call does not fit the budget of the ${standing.scope}.`;
    return new AgentNetError('budget/exceeded', message);
  };

  /** One model is asked; what it said, and what it cost. */
  const askLink = async (intent: Intent, hasFallback: boolean, onText: OnText, around: Around) => {
    await around.record([{ type: 'call-started', data: intent }]);
    let delay: EventData<'call-delayed'> | undefined;
    let written: Promise<unknown> = Promise.resolve();
    const surroundings = {
      sessionId: SYSTEM_STREAM,
      hasFallback,
      sent: () => {
        around.attempts += 1;
      },
      note: (draft: CallNoteDraft) => {
        if (draft.type === 'call-delayed') delay = draft.data;
        if (draft.type === 'call-admitted' && delay)
          around.warnings.push(delayWarning(delay, draft.data.waited_ms));
        written = written.then(() => around.record([draft]));
        // Awaited below; until then its failure is nobody's surprise.
        written.catch(() => {});
      },
    };
    const stream = calls.stream(intent, requestOf(intent), around.signal, surroundings);
    const gathered = await gatherAnswer(stream, clock, onText);
    const outcome = await outcomeOf(gathered, intent, countTokens, around.signal);
    const cost = costOf(intent, outcome, factsOf(intent.model));
    await written;
    const { call_id, task_id } = intent;
    await around.record([
      { type: 'call-ended', data: { call_id, task_id, outcome } },
      ...(cost ? [cost] : []),
    ]);
    if (outcome.kind === 'abandoned') throw givenUp();
    const microUsd = cost ? cost.data.micro_usd : 0;
    around.microUsd = around.microUsd === null || microUsd === null ? null : around.microUsd + microUsd;
    return { gathered, failed: outcome.kind === 'failed' };
  };

  const make: MakePlainCall = async (call, onText, signal, onEvent = () => {}) => {
    const chain = call.models ?? [call.model];
    const around: Around = {
      signal,
      warnings: [],
      attempts: 0,
      microUsd: 0,
      record: async (drafts) => {
        for (const event of await store.appendSystem(drafts, clock.now())) onEvent(event);
      },
    };
    const taskId = effects.ids.uuid();
    const promptTokens = promptTokensOf(call);
    const worst = (model: string) => worstCase(promptTokens, call.max_output_tokens, factsOf(model));
    for (let from = 0, attempt = 1; ; attempt += 1) {
      const { link, rule, powerless } = await stepDown(chain, from, worst);
      const model = chain[link] as string;
      const asked = chain[from] as string;
      if (rule !== null) around.warnings.push(ruleWarning(rule, asked, model));
      around.warnings.push(...powerless.map(powerlessWarning));
      const intent: Intent = {
        ...intentOf({ ...call, model }, factsOf(model), taskId, promptTokens),
        call_id: attempt === 1 ? taskId : effects.ids.uuid(),
        attempt,
        link,
        ...(rule !== null && { downgraded_from: asked, downgrade_rule: rule }),
      };
      const refusal = await askBudgets(intent, around);
      if (refusal) return plainAnswerOf(call.id, model, withoutAnswer(refusal), { ...around, usage: {} });
      const { gathered, failed } = await askLink(intent, link + 1 < chain.length, onText, around);
      const next = chain[link + 1];
      if (failed && next !== undefined) {
        around.warnings.push(fallbackWarning(model, gathered.error?.message ?? '', next));
        from = link + 1;
        continue;
      }
      if (chain.length > 1 && !failed && factsOf(model).stub) around.warnings.push(stubWarning(model));
      const usage = reportedUsage(model, paidUsage(gathered) ?? {}, settings());
      return plainAnswerOf(call.id, model, gathered, { ...around, usage });
    }
  };
  return { make, factsOf };
};

type OnText = (text: string) => void;

/** What adds up over the models that one call asks. */
interface Around {
  readonly signal: AbortSignal;
  readonly warnings: CallWarning[];
  attempts: number;
  microUsd: number | null;
  readonly record: (drafts: readonly EventDraft[]) => Promise<void>;
}

const needOf = (intent: Intent, { local }: ModelFacts): CallNeed => ({
  callId: intent.call_id,
  microUsd: intent.reserved_micro_usd ?? 0,
  tokens: intent.reserved_tokens,
  isFree: local,
});

const promptTokensOf = ({ messages, tools }: PlainCall): number =>
  messages.reduce(
    (sum, { content }) => sum + estimateTokens(content) + MESSAGE_TOKENS,
    tools ? estimateTokens(JSON.stringify(tools)) : 0,
  );

const intentOf = (call: PlainCall, facts: ModelFacts, id: string, prompt: number): Intent => ({
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
});

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

const givenUp = (): AgentNetError =>
  new AgentNetError('session/interrupted', 'The call was given up.', {
    kept: 'What it had cost is recorded.',
    remedy: 'Make it again.',
  });
