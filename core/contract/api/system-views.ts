import * as z from 'zod';
import { downgradeRules } from '../downgrade-rule.ts';

const cap = z.number().positive().max(1_000_000);
const tokenCap = z.number().int().positive().max(1_000_000_000_000);
/** Three years and more. */
const secondsCap = z.number().positive().max(100_000_000);

/**
 * Caps over all sessions of this data folder: of a day (local time) and of each project. Seconds are the time that
 * sessions run, pauses left out, added up.
 */
const budgetCaps = z.object({
  usd: cap.optional(),
  tokens: tokenCap.optional(),
  seconds: secondsCap.optional(),
});

const budgets = z.object({
  day: budgetCaps.optional(),
  project: budgetCaps.optional(),
  alert: z
    .object({
      /** Spending that is told about when the last minute passes it. */
      usd_per_minute: cap.optional(),
      /** Gets a JSON document by POST with every alert; nothing is sent while it is not set. */
      webhook: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional(),
  /** What sessions that start from now on do when spending passes a limit. */
  downgrade: downgradeRules.optional(),
});

const capsChange = z.object({
  usd: cap.nullable().optional(),
  tokens: tokenCap.nullable().optional(),
  seconds: secondsCap.nullable().optional(),
});

/** The user's settings, kept in `config.yaml`; never keys. */
export const settings = z.object({
  theme: z.enum(['system', 'dark', 'light']),
  /** What `default` in a model chain stands for. */
  default_model: z.string(),
  stub: z.object({
    /** Wait before the first token, in milliseconds. */
    latency_ms: z.number().min(0).max(600_000),
    /** Tokens a second; 0 is as fast as the machine. */
    tokens_per_s: z.number().min(0).max(1_000_000),
  }),
  budgets,
});
export type Settings = z.infer<typeof settings>;

export const settingsChange = z.object({
  theme: settings.shape.theme.optional(),
  default_model: z.string().optional(),
  stub: settings.shape.stub.partial().optional(),
  /** What is absent stays; null takes a cap away. */
  budgets: z
    .object({
      day: capsChange.optional(),
      project: capsChange.optional(),
      alert: z
        .object({
          usd_per_minute: cap.nullable().optional(),
          webhook: z
            .url({ protocol: /^https?$/ })
            .nullable()
            .optional(),
        })
        .optional(),
      /** All rules anew; null takes them away. */
      downgrade: downgradeRules.nullable().optional(),
    })
    .optional(),
});
export type SettingsChange = z.infer<typeof settingsChange>;

export const modelOffer = z.object({
  name: z.string(),
  provider: z.string(),
  local: z.boolean(),
  stub: z.boolean(),
  /** A sentence for people, like "offline stub, not a language model". */
  note: z.string(),
});
export type ModelOffer = z.infer<typeof modelOffer>;

export const providerHealth = z.object({
  provider: z.string(),
  state: z.enum(['ok', 'no-key', 'unreachable', 'not-tested']),
  detail: z.string(),
});

export const doctorCheck = z.object({
  name: z.string(),
  state: z.enum(['ok', 'missing', 'failed']),
  detail: z.string(),
  remedy: z.string().nullable(),
});
export type DoctorCheck = z.infer<typeof doctorCheck>;

export const systemInformation = z.object({
  version: z.string(),
  data_folder: z.string(),
  host: z.enum(['desktop', 'web', 'cli']),
  /** Why the web host serves the page and not the desktop window; null in the desktop window. */
  host_reason: z.string().nullable(),
  platform: z.string(),
  node: z.string(),
  event_count: z.number().int(),
  database_bytes: z.number().int(),
});

export const healthReport = z.object({
  status: z.enum(['ok', 'degraded']),
  checks: z.array(doctorCheck),
  running_sessions: z.number().int(),
  uptime_s: z.number(),
});
