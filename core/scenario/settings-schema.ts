import * as z from 'zod';
import { modelName } from '../contract/index.ts';

const moneyCap = z.strictObject({ usd: z.number().positive().max(1_000_000) });

/** `config.yaml` as data, with its defaults. */
export interface SettingsFile<Providers, Stub> {
  readonly theme: 'system' | 'dark' | 'light';
  /** What `default` in a model chain stands for. */
  readonly default_model: string;
  readonly providers: Providers;
  readonly stub: Stub;
  /** Caps in US dollars over all sessions of a project and of a day. */
  readonly budgets: {
    readonly project?: { readonly usd: number } | undefined;
    readonly day?: { readonly usd: number } | undefined;
  };
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
    budgets: z.strictObject({ project: moneyCap.optional(), day: moneyCap.optional() }).default({}),
  });
  made.set(parts.providers, schema);
  return schema as unknown as z.ZodType<SettingsFile<Providers, Stub>>;
};
