import {
  type CostForecast,
  type EventData,
  estimateTokens,
  type ModelFacts,
  type WorkflowRun,
} from '../contract/index.ts';
import { graphTurns } from './graph-turns.ts';
import { turnRange } from './turn-range.ts';
import { worstCase } from './worst-case.ts';

/** Output limit where neither agent nor specification sets one (design section 4). */
const DEFAULT_MAX_OUTPUT_TOKENS = 1024;
/** Tokens of the instructions around role and topic. */
const INSTRUCTION_TOKENS = 250;
/** A short answer beside its limit, and the least there is. */
const SHORT_SHARE = 8;
const SHORTEST_TOKENS = 16;
/** Rounds of the talk that a prompt holds in full. */
const HEARD_ROUNDS = 3;

/**
 * What a run may cost, from the least to the worst case. Low: the earliest end, short answers, the first model
 * of each chain. High: all rounds, every answer as long as it may be, prompts growing with what was said up to
 * the limit of the context, the dearest model of each chain, one call a turn; never more than the budget, which
 * no run passes. Of a task graph: from the shortest way through it to every attempt of every node.
 */
export const forecast = (plan: EventData<'session-created'>): CostForecast => {
  const { specification } = plan;
  const [low, high] = specification.workflow
    ? [graphTotal(plan, specification.workflow, 'low'), graphTotal(plan, specification.workflow, 'high')]
    : talkTotals(plan);
  const { usd = Number.POSITIVE_INFINITY, tokens = Number.POSITIVE_INFINITY } = specification.budget;
  const highUsd = Math.min(high.microUsd / 1e6, usd);
  const highTokens = Math.min(high.tokens, tokens);
  return {
    usd: { low: Math.min(low.microUsd / 1e6, highUsd), high: highUsd },
    unknown_models: Object.keys(plan.models)
      .filter((model) => worstCase(0, 0, plan.models[model]) === null)
      .sort(),
    calls: { low: low.calls, high: high.calls },
    tokens: { low: Math.min(low.tokens, highTokens), high: highTokens },
  };
};

type Side = 'low' | 'high';

interface Total {
  readonly calls: number;
  readonly microUsd: number;
  readonly tokens: number;
}

const talkTotals = (plan: EventData<'session-created'>): readonly [Total, Total] => {
  const turns = turnRange(plan.specification);
  return [total(plan, turns.low, 'low'), total(plan, turns.high, 'high')];
};

/** Prompts hold the results they name, up to the limit of the context at worst. */
const graphTotal = (plan: EventData<'session-created'>, run: WorkflowRun, side: Side): Total => {
  const sum = { calls: 0, microUsd: 0, tokens: 0 };
  const { context_tokens: context } = plan.specification;
  for (const { agent, promptTokens, low, high } of graphTurns(run)) {
    const times = side === 'low' ? low : high;
    const reference = referenceOf(plan, agent);
    const output = outputTokens(plan, reference, side);
    const prompt = side === 'high' ? context : Math.min(context, basePrompt(plan, reference) + promptTokens);
    sum.calls += times;
    sum.microUsd += times * callCost(plan, reference, prompt, output, side);
    sum.tokens += times * (prompt + output);
  }
  return sum;
};

/** Graphs name agents with or without a version; a run has one of each name. */
const referenceOf = ({ agents }: EventData<'session-created'>, agent: string): string =>
  agent in agents ? agent : (Object.keys(agents).find((one) => agents[one]?.name === agent) ?? agent);

const total = (plan: EventData<'session-created'>, turns: number, side: Side): Total => {
  const { specification } = plan;
  const speakers = specification.agents;
  const sum = { calls: turns, microUsd: 0, tokens: 0 };
  let said = 0;
  const recent: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const reference = speakers[turn % speakers.length] as string;
    const output = outputTokens(plan, reference, side);
    const prompt = Math.min(specification.context_tokens, basePrompt(plan, reference) + said);
    sum.microUsd += callCost(plan, reference, prompt, output, side);
    sum.tokens += prompt + output;
    recent.push(output);
    said += output;
    if (recent.length > HEARD_ROUNDS * speakers.length) said -= recent.shift() ?? 0;
  }
  return sum;
};

const outputTokens = (plan: EventData<'session-created'>, reference: string, side: Side): number => {
  const limit = outputLimit(plan, reference);
  return side === 'high' ? limit : Math.min(limit, Math.max(SHORTEST_TOKENS, Math.ceil(limit / SHORT_SHARE)));
};

const outputLimit = ({ agents, specification }: EventData<'session-created'>, reference: string): number =>
  agents[reference]?.max_output_tokens ?? specification.max_output_tokens ?? DEFAULT_MAX_OUTPUT_TOKENS;

const basePrompt = ({ agents, specification }: EventData<'session-created'>, reference: string): number =>
  INSTRUCTION_TOKENS + estimateTokens(specification.topic) + estimateTokens(agents[reference]?.role ?? '');

/** Unknown prices count nothing here; the forecast names their models. */
const callCost = (
  { chains, models }: EventData<'session-created'>,
  reference: string,
  prompt: number,
  output: number,
  side: Side,
): number => {
  const chain = chains[reference] ?? [];
  const asked = side === 'low' ? chain.slice(0, 1) : chain;
  const costs = asked.map(
    (model) => worstCase(prompt, output, models[model] satisfies ModelFacts | undefined) ?? 0,
  );
  return Math.max(0, ...costs);
};
