import * as z from 'zod';
import { downgradeMeasure } from '../downgrade-rule.ts';

/** A cap of the data folder as it stood when a call was asked for; micro-USD or tokens, by `unit`. */
const standing = {
  task_id: z.string(),
  call_id: z.string(),
  model: z.string(),
  /** Place of the model in the chain, from 0. */
  link: z.number().int(),
  scope: z.enum(['day', 'project']),
  /** `2026-11-21`, or the project's name. */
  key: z.string(),
  unit: z.enum(['usd', 'tokens']),
  cap: z.number().int(),
  spent: z.number().int(),
  /** Worst case of the calls that run now, in all processes. */
  reserved: z.number().int(),
  /** Worst case of the call that was asked for. */
  needed: z.number().int(),
};

/** Input. A call waits: it fits beside what is spent, but not beside what others have reserved. */
export const budgetAwaited = z.object(standing);

/** Input. The call that waited has its reservation now. */
export const budgetGranted = z.object({ task_id: z.string(), call_id: z.string() });

/** Input. No settlement can make room for the call, so it does not start. */
export const budgetRefused = z.object(standing);
export type BudgetRefusal = z.infer<typeof budgetRefused>;

/** Spending was faster than the settings allow unsaid; in the stream `system`. */
export const spendAlert = z.object({
  /** Length of the window that was looked at, in seconds. */
  window_s: z.number().int(),
  /** Spent within it, in micro-USD. */
  micro_usd: z.number().int(),
  /** What the settings allow a minute, in micro-USD. */
  limit_micro_usd: z.number().int(),
});

/** Input. A rule of the settings began or ceased to hold when a call was asked for. */
export const downgradeSwitched = z.object({
  rule: z.string(),
  state: z.enum(['on', 'off']),
  measure: downgradeMeasure,
  /** The project of `project_usd`. */
  key: z.string().optional(),
  /** What the rule allows, and what was spent; in micro-USD. */
  above: z.number().int(),
  spent: z.number().int(),
});
