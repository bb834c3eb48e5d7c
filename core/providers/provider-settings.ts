import * as z from 'zod';
import type { StubSettings } from './stub/index.ts';

/** Types that the design names and whose adapters are not built yet: refused by name. */
export const notBuiltProviders = ['azure', 'huggingface'] as const;

const providerType = z.enum(['openai', 'anthropic', 'ollama', 'openai-compatible', ...notBuiltProviders]);

/** One named entry of `providers:` in config.yaml. */
const providerEntry = z
  .strictObject({
    type: providerType,
    base_url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    /** `env:NAME` or `keychain:NAME`, never the key itself. */
    key: z
      .string()
      .regex(/^(env|keychain):\S+$/, 'must be env:NAME or keychain:NAME')
      .optional(),
    api: z.enum(['chat', 'responses']).optional(),
  })
  .refine(({ type, base_url }) => type !== 'openai-compatible' || base_url !== undefined, {
    path: ['base_url'],
    error: 'is needed for type openai-compatible: it says which server is meant',
  })
  .refine(({ type, api }) => api === undefined || type.startsWith('openai'), {
    path: ['api'],
    error: 'can be set for the types openai and openai-compatible only',
  });
export type ProviderEntry = z.output<typeof providerEntry>;
export type ProviderType = ProviderEntry['type'];

/** `providers:` in config.yaml; the name of an entry is the provider part of a model name. */
export const providerEntries = z.record(
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]*$/i, 'a letter or digit, then letters, digits, "_", "." or "-"')
    .refine((name) => name !== 'stub', 'stub is the name of the built-in offline models'),
  providerEntry,
);
export type ProviderEntries = z.output<typeof providerEntries>;

/** Environment variables that providers are set by; the app reads them and passes them on. */
export const providerVariables = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'OLLAMA_HOST',
] as const;
export type ProviderVariable = (typeof providerVariables)[number];

/** All that opening a model depends on. */
export interface ProviderSettings {
  readonly entries: ProviderEntries;
  readonly environment: Readonly<Partial<Record<ProviderVariable, string | undefined>>>;
  readonly stub: StubSettings;
  /** The key that `env:NAME` or `keychain:NAME` stands for; see `core/keys`. */
  readonly keyOf: (reference: string) => Promise<string | undefined>;
}
