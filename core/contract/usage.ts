import * as z from 'zod';

/**
 * Tokens of one call. Absent means: not reported, not counted. `input` is all that was read, with
 * `cached_read` and `cached_write` within it; `output` is all that was written, with `reasoning` within it.
 * `estimated`: counted by us, not by the provider.
 */
export const usage = z.object({
  input: z.number().int().nonnegative().optional(),
  output: z.number().int().nonnegative().optional(),
  cached_read: z.number().int().nonnegative().optional(),
  cached_write: z.number().int().nonnegative().optional(),
  reasoning: z.number().int().nonnegative().optional(),
  estimated: z.boolean().optional(),
});
export type Usage = z.infer<typeof usage>;

/** `unified` is ours and closed, `raw` is the provider's own word. */
export const finishReason = z.object({
  unified: z.enum(['stop', 'length', 'tool-calls', 'content-filter', 'error', 'other']),
  raw: z.string().nullable(),
});
export type FinishReason = z.infer<typeof finishReason>;

/** A tool call as the model wrote it; `complete: false` means truncated arguments: never run it. */
export const toolCall = z.object({
  id: z.string(),
  name: z.string(),
  arguments: z.string(),
  complete: z.boolean(),
});
export type ToolCall = z.infer<typeof toolCall>;

/** What a model could not honour, said instead of dropped. */
export const callWarning = z.object({ code: z.string(), message: z.string() });
export type CallWarning = z.infer<typeof callWarning>;
