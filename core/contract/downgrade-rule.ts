import * as z from 'zod';

const usd = z.number().positive().max(1_000_000);

/** What a rule looks at; exactly one. */
const downgradeWhen = z
  .strictObject({
    /** US dollars that all sessions of the data folder have spent since midnight, local time. */
    day_usd_above: usd.optional(),
    /** US dollars that all sessions of the same project have spent. */
    project_usd_above: usd.optional(),
    /** US dollars that all sessions of the data folder have spent within the last minute. */
    usd_per_minute_above: usd.optional(),
    /** Spent share of the session's own cap on money or tokens, whichever is further. */
    session_share_above: z.number().min(0.01).max(0.99).optional(),
  })
  .refine(
    (when) => Object.values(when).filter((limit) => limit !== undefined).length === 1,
    'must name exactly one of day_usd_above, project_usd_above, usd_per_minute_above, session_share_above',
  );

/** The model with the lowest worst case among those of the chain that are real models. */
export const CHEAPEST = 'cheapest';

/** Calls step down to a cheaper model of their chain while `when` holds. */
const downgradeRule = z.strictObject({
  /** Shown wherever the rule acts. */
  name: z.string().trim().min(1).max(60),
  when: downgradeWhen,
  to: z
    .string()
    .regex(
      /^(cheapest|[a-z0-9][a-z0-9_.-]*\/\S+)$/i,
      'cheapest, or a model of the chain like openai/gpt-4o-mini',
    ),
});
export type DowngradeRule = z.infer<typeof downgradeRule>;

export const downgradeRules = z
  .array(downgradeRule)
  .max(20)
  .refine(
    (rules) => new Set(rules.map(({ name }) => name)).size === rules.length,
    'must have names that differ',
  );

/** What the budgets of the data folder have to be asked about; the session knows its own share. */
export const downgradeMeasure = z.enum(['day_usd', 'project_usd', 'usd_per_minute']);
export type DowngradeMeasure = z.infer<typeof downgradeMeasure>;
