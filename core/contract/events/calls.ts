import * as z from 'zod';
import { callWarning, finishReason, toolCall, usage } from '../usage.ts';

export const chatMessage = z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });
export type ChatMessage = z.infer<typeof chatMessage>;

/** A part of the prompt with its estimated tokens, for "what this agent saw". */
export const promptSection = z.object({
  name: z.string(),
  tokens: z.number().int(),
  /** True when the token budget cut it. */
  truncated: z.boolean(),
});
export type PromptSection = z.infer<typeof promptSection>;

/** A function that a model may call; `input_schema` is JSON Schema. */
export const declaredTool = z.object({
  name: z.string(),
  description: z.string(),
  input_schema: z.record(z.string(), z.unknown()),
});

/** Derived. The intent: committed before a call that costs money is made. */
export const callStarted = z.object({
  call_id: z.string(),
  task_id: z.string(),
  attempt: z.number().int().positive(),
  /** Place in the model chain, from 0. */
  link: z.number().int(),
  provider: z.string(),
  model: z.string(),
  messages: z.array(chatMessage),
  sections: z.array(promptSection),
  /** The lines of the conversation that the prompt holds, for the turn's `input.context`. */
  short_term: z.array(z.string()),
  /** Which style fragments applied, for the turn's `output.style_insights`. */
  style_insights: z.array(z.string()),
  max_output_tokens: z.number().int().positive(),
  temperature: z.number().nullable(),
  /** Seed given to models that take one. */
  seed: z.number().int(),
  /** Worst case: estimated prompt tokens + max output tokens. */
  reserved_tokens: z.number().int(),
  /** Worst case in micro-USD; null where the price is unknown, absent in logs from before there were prices. */
  reserved_micro_usd: z.number().int().nullable().optional(),
  /** The model of the chain that was passed over because its worst case did not fit a budget. */
  downgraded_from: z.string().optional(),
  /** The rule of the settings that stepped down; absent where a cap did. */
  downgrade_rule: z.string().optional(),
  /** True when an earlier attempt of this call was lost in a crash. */
  repeated: z.boolean(),
  /** True when the prompt before it was too long for the model and this one is half as long. */
  compressed: z.boolean().optional(),
  /** Functions that the model may call. */
  tools: z.array(declaredTool).optional(),
  /** JSON Schema that the answer is held to, by a model that can be; absent: free text. */
  response_schema: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }).optional(),
});

const answered = z.object({
  kind: z.literal('answered'),
  text: z.string(),
  reasoning: z.string(),
  tool_calls: z.array(toolCall),
  finish_reason: finishReason,
  usage,
  /** The model that really answered, as the provider names it. */
  model: z.string(),
  request_id: z.string().nullable(),
  warnings: z.array(callWarning),
  first_token_ms: z.number().int().nullable(),
  /** True when the answer of an equal request was given again: no call was made, and it cost nothing. */
  cached: z.boolean().optional(),
});
const failed = z.object({
  kind: z.literal('failed'),
  error: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }),
  partial_text: z.string(),
  /** What the provider counted although it gave no answer: a refusal and an empty answer are paid for. */
  usage: usage.optional(),
});
const abandoned = z.object({
  kind: z.literal('abandoned'),
  reason: z.enum(['paused', 'stopped', 'skipped', 'deadline', 'interrupted']),
  partial_text: z.string(),
});
export const callOutcome = z.discriminatedUnion('kind', [answered, failed, abandoned]);
export type CallOutcome = z.infer<typeof callOutcome>;

/** Input. What came of a call; a recorded answer is never bought again. */
export const callEnded = z.object({ call_id: z.string(), task_id: z.string(), outcome: callOutcome });

const callError = z.object({ code: z.string(), message: z.string(), retryable: z.boolean() });

/** Input. A running call waits before its attempt goes out; at least so long, for others may stand before it. */
export const callDelayed = z.object({
  call_id: z.string(),
  task_id: z.string(),
  account: z.string(),
  model: z.string(),
  /** `requests` and `tokens`: the account's limit a minute; `cooldown`: the provider asked for patience. */
  reason: z.enum(['requests', 'tokens', 'cooldown']),
  /** The limit a minute; null for a cooldown. */
  limit: z.number().int().nullable(),
  wait_ms: z.number().int().nonnegative(),
});

/** Input. The call that waited goes out now. */
export const callAdmitted = z.object({
  call_id: z.string(),
  task_id: z.string(),
  waited_ms: z.number().int().nonnegative(),
});

/** Input. An attempt of a running call failed before its first token and is made again after a wait. */
export const callRetried = z.object({
  call_id: z.string(),
  task_id: z.string(),
  /** The attempt that failed, from 1. */
  attempt: z.number().int().positive(),
  model: z.string(),
  error: callError,
  wait_ms: z.number().int().nonnegative(),
});

/** Input. A model of an account, or with a refused key the whole account, is left alone for a while. */
export const cooldownStarted = z.object({
  call_id: z.string(),
  task_id: z.string(),
  account: z.string(),
  model: z.string(),
  reason: z.enum(['rate-limited', 'failures', 'key-refused']),
  /** Null: until the key or the settings are changed. */
  for_ms: z.number().int().nonnegative().nullable(),
});

/** Derived. Money in micro-USD; null is unknown, never free. */
export const costRecorded = z.object({
  call_id: z.string(),
  task_id: z.string(),
  agent: z.string(),
  provider: z.string(),
  model: z.string(),
  micro_usd: z.number().int().nullable(),
  input_tokens: z.number().int().nullable(),
  output_tokens: z.number().int().nullable(),
  estimated: z.boolean(),
  /** Price table that was used; null where none was needed or none knows the model. */
  price_table: z.string().nullable(),
  /** All that was counted, so that the call can be priced again with another table. */
  usage: usage.optional(),
  /** True when no call was made because an equal one had been answered: it cost nothing. */
  cached: z.boolean().optional(),
});
