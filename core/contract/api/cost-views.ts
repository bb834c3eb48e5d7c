import * as z from 'zod';

export const costDimension = z.enum(['provider', 'model', 'agent', 'session', 'project', 'day', 'hour']);
export type CostDimension = z.infer<typeof costDimension>;

export const costGroup = z.object({
  /** The value of the dimension; a day is `2026-11-21`, an hour `2026-11-21T14`, both in local time. */
  key: z.string(),
  /** What people call it: the name of a session, else the key. */
  label: z.string(),
  /** Exact sum of the calls whose price is known. */
  usd: z.number(),
  calls: z.number().int(),
  /** Calls whose price is unknown: their cost is not in `usd`, and never counted as zero. */
  unknown_calls: z.number().int(),
  estimated_calls: z.number().int(),
  cached_calls: z.number().int(),
  tokens: z.object({
    input: z.number().int(),
    output: z.number().int(),
    cached_read: z.number().int(),
    cached_write: z.number().int(),
    reasoning: z.number().int(),
  }),
});
export type CostGroup = z.infer<typeof costGroup>;

/** A cap of the data folder and how far it is used. */
export const budgetState = z.object({
  scope: z.enum(['day', 'project']),
  /** `2026-11-21` or the project's name. */
  key: z.string(),
  unit: z.enum(['usd', 'tokens', 'seconds']),
  cap: z.number(),
  spent: z.number(),
  reserved: z.number(),
});
export type BudgetState = z.infer<typeof budgetState>;

export const costSummary = z.object({
  by: costDimension,
  /** Milliseconds since the epoch; null is unbounded. */
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  total_usd: z.number(),
  reserved_usd: z.number(),
  calls: z.number().int(),
  unknown_calls: z.number().int(),
  groups: z.array(costGroup),
  budgets: z.array(budgetState),
});
export type CostSummary = z.infer<typeof costSummary>;

/** What a run may cost, from the least to the worst case. */
export const costForecast = z.object({
  usd: z.object({ low: z.number(), high: z.number() }),
  /** Models of the chains whose price is unknown: what they cost is not in `usd`. */
  unknown_models: z.array(z.string()),
  calls: z.object({ low: z.number().int(), high: z.number().int() }),
  tokens: z.object({ low: z.number().int(), high: z.number().int() }),
});
export type CostForecast = z.infer<typeof costForecast>;
