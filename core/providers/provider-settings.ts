import * as z from 'zod';
import type { StubSettings } from './stub/index.ts';

const providerType = z.enum(['openai', 'azure', 'anthropic', 'huggingface', 'ollama', 'openai-compatible']);

/** A day, in seconds: a longer wait is a mistake, and timers cannot count much longer. */
const LONGEST_WAIT_S = 86_400;
const waitSeconds = z.number().positive().max(LONGEST_WAIT_S);

/** What an account may use in a minute; calls wait so that it is kept. */
const rateLimits = z.strictObject({
  requests_per_minute: z.number().int().positive().max(1_000_000).optional(),
  tokens_per_minute: z.number().int().positive().max(1_000_000_000).optional(),
});

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
    /** Version of the Azure API, as its documentation dates it: `2024-10-21`. */
    api_version: z
      .string()
      .regex(/^(\d{4}-\d{2}-\d{2}(-preview)?|preview|latest|v1)$/, 'is a date like 2024-10-21, or preview')
      .optional(),
    /** Longest wait for the headers of an answer, in seconds. */
    headers_s: waitSeconds.optional(),
    /** Longest silence inside an answer, in seconds; comments that keep the connection open end it. */
    idle_s: waitSeconds.optional(),
    limits: rateLimits.optional(),
    /** Whether its models can be held to a response schema, where their names do not tell. */
    structured_output: z.boolean().optional(),
  })
  .refine(({ type, base_url }) => type !== 'openai-compatible' || base_url !== undefined, {
    path: ['base_url'],
    error: 'is needed for type openai-compatible: it says which server is meant',
  })
  .refine(({ type, api }) => api === undefined || type.startsWith('openai') || type === 'azure', {
    path: ['api'],
    error: 'can be set for the types openai, azure and openai-compatible only',
  })
  .refine(({ type, api_version }) => api_version === undefined || type === 'azure', {
    path: ['api_version'],
    error: 'can be set for the type azure only',
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
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_ENDPOINT',
  'OLLAMA_HOST',
  'HF_TOKEN',
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
