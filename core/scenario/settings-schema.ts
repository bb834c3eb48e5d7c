import * as z from 'zod';
import { downgradeRules, modelName, type Settings } from '../contract/index.ts';

const caps = z.strictObject({
  usd: z.number().positive().max(1_000_000).optional(),
  tokens: z.number().int().positive().max(1_000_000_000_000).optional(),
  seconds: z.number().positive().max(100_000_000).optional(),
});

const budgets = z.strictObject({
  project: caps.optional(),
  day: caps.optional(),
  alert: z
    .strictObject({
      usd_per_minute: z.number().positive().max(1_000_000).optional(),
      webhook: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    })
    .optional(),
  downgrade: downgradeRules.optional(),
});

const usdPerMillion = z.number().nonnegative().max(1_000_000);

/** What a model costs by the user's own word, in US dollars per million tokens. */
const priceOverride = z.strictObject({
  input_usd_per_million: usdPerMillion,
  output_usd_per_million: usdPerMillion,
  cached_read_usd_per_million: usdPerMillion.optional(),
  cached_write_usd_per_million: usdPerMillion.optional(),
  reasoning_usd_per_million: usdPerMillion.optional(),
});
type PriceOverride = z.infer<typeof priceOverride>;

/** `config.yaml` as data, with its defaults. */
export interface SettingsFile<Providers, Stub> {
  readonly theme: 'system' | 'dark' | 'light';
  /** What `default` in a model chain stands for. */
  readonly default_model: string;
  readonly providers: Providers;
  readonly stub: Stub;
  /** Caps over all sessions of a project and of a day, when fast spending is told, and what steps down. */
  readonly budgets: Settings['budgets'];
  /** Prices that count before the shipped table, by full model name. */
  readonly prices: Readonly<Record<string, PriceOverride>>;
}

/** The parts that other rooms own and describe; both must allow `{}`. */
export interface SettingsParts<Providers, Stub> {
  readonly providers: z.ZodType<Providers>;
  readonly stub: z.ZodType<Stub>;
}

const made = new WeakMap<z.ZodType, z.ZodType>();

/** The strict schema of `config.yaml`; made once for each set of parts. */
export const settingsSchema = <Providers, Stub>(
  parts: SettingsParts<Providers, Stub>,
): z.ZodType<SettingsFile<Providers, Stub>> => {
  const known = made.get(parts.providers);
  if (known) return known as z.ZodType<SettingsFile<Providers, Stub>>;
  const schema = z.strictObject({
    theme: z.enum(['system', 'dark', 'light']).default('system'),
    default_model: modelName.default('stub/debater'),
    providers: parts.providers.prefault({}),
    stub: parts.stub.prefault({}),
    budgets: budgets.default({}),
    prices: z.record(modelName, priceOverride).default({}),
  });
  made.set(parts.providers, schema);
  return schema as unknown as z.ZodType<SettingsFile<Providers, Stub>>;
};
