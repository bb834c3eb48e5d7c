import type { GatheredAnswer } from '../agents/index.ts';
import {
  AgentNetError,
  type CallWarning,
  type FinishReason,
  type PlainAnswer,
  type PlainCall,
  type Usage,
} from '../contract/index.ts';

interface Figures {
  readonly attempts: number;
  /** As the provider counts. */
  readonly usage: Usage;
  /** Null is unknown. */
  readonly microUsd: number | null;
  /** What happened on the way to it. */
  readonly warnings: readonly CallWarning[];
}

/** What a caller is told of the last model that was asked. */
export const plainAnswerOf = (
  id: PlainCall['id'],
  model: string,
  { text, reasoning, toolCalls, finish, error: thrown }: GatheredAnswer,
  figures: Figures,
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
    warnings: [...figures.warnings, ...(finish?.warnings ?? [])],
    cost_usd: figures.microUsd === null ? null : figures.microUsd / 1e6,
    attempts: figures.attempts,
    error: error && {
      code: error.code,
      message: error.message.toWellFormed(),
      retryable: error.retryable,
      retry_after_ms: typeof retryAfter === 'number' ? retryAfter : null,
    },
  };
};

/** Nothing was said: a call that was not made. */
export const withoutAnswer = (error: AgentNetError): GatheredAnswer => ({
  text: '',
  reasoning: '',
  toolCalls: [],
  finish: undefined,
  error,
  firstTokenMs: null,
});

/** Words that a content filter broke off are no answer, whatever came before it. */
const filtered = (model: string, finish: GatheredAnswer['finish']): AgentNetError | null =>
  finish?.finishReason.unified === 'content-filter'
    ? new AgentNetError('provider/content-filter', `A content filter ended the answer of ${model}.`)
    : null;
