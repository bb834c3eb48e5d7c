import * as z from 'zod';

/** Rates in micro-USD per million tokens; a part that is absent costs what `input` or `output` costs. */
const rates = z.object({
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  cached_read: z.number().nonnegative().optional(),
  cached_write: z.number().nonnegative().optional(),
  reasoning: z.number().nonnegative().optional(),
});

/** What a model costs as of a dated table. A tier counts for the whole call whose input is longer. */
export const modelPrice = rates.extend({
  /** Name and date of the table: `litellm@2026-08-06`. */
  table: z.string(),
  tiers: z.array(rates.extend({ above_input_tokens: z.number().int().positive() })).optional(),
});
export type ModelPrice = z.infer<typeof modelPrice>;
