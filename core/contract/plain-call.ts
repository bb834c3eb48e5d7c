import * as z from 'zod';
import { chatMessage, declaredTool } from './events/calls.ts';
import { modelName } from './ids.ts';
import { callWarning, finishReason, toolCall } from './usage.ts';

/** A call without a session, as one line of `agentnet call --jsonl`. */
export const plainCall = z.strictObject({
  /** Given back with the answer. */
  id: z.string().min(1).max(1000),
  model: modelName,
  /** The chain, beginning with `model`, where more than one may answer; absent: `model` alone. */
  models: z.array(modelName).min(1, 'must name a model').max(20).optional(),
  messages: z.array(chatMessage).min(1, 'must hold a message'),
  tools: z
    .array(
      z.strictObject({
        name: declaredTool.shape.name.min(1),
        description: declaredTool.shape.description.default(''),
        input_schema: declaredTool.shape.input_schema,
      }),
    )
    .optional(),
  /** Answers are always streamed on the wire and always given as a whole; both values are accepted. */
  stream: z.boolean().optional(),
  max_output_tokens: z.number().int().positive().max(1_000_000).default(1024),
  temperature: z.number().min(0).max(2).optional(),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});
export type PlainCall = z.output<typeof plainCall>;

const count = z.number().int().nullable();

/** What came of a plain call; null is unknown. */
export const plainAnswer = z.object({
  id: z.string(),
  text: z.string(),
  reasoning: z.string(),
  tool_calls: z.array(toolCall),
  /** As the provider counts: `input` leaves cached tokens out where the provider reports them apart. */
  usage: z.object({
    input: count,
    output: count,
    cached_read: count,
    cached_write: count,
    reasoning: count,
  }),
  /** `error` where there was none. */
  finish_reason: finishReason,
  /** False where the answer broke off or never began; one that reached its limit of tokens is whole. */
  complete: z.boolean(),
  warnings: z.array(callWarning),
  cost_usd: z.number().nullable(),
  /** Attempts that were made; 0 where the provider is left alone for now. */
  attempts: z.number().int().nonnegative(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean(),
      retry_after_ms: z.number().int().nullable(),
    })
    .nullable(),
});
export type PlainAnswer = z.infer<typeof plainAnswer>;
