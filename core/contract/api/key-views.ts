import * as z from 'zod';

/** One provider or named entry and where its key comes from; never the key itself. */
export const keyView = z.object({
  provider: z.string(),
  /** Type of the adapter: `openai`, `azure`, `anthropic`, `huggingface`, `ollama`, `openai-compatible`. */
  type: z.string(),
  /** `environment` wins over what is stored here. */
  source: z.enum(['environment', 'keychain', 'vault', 'none']),
  /** The variable or the entry of the keychain; null without a key. */
  name: z.string().nullable(),
  /** Last four characters of a key of twelve or more, else null. */
  last_four: z.string().nullable(),
  base_url: z.string().nullable(),
  /** True where the provider works without a key. */
  key_optional: z.boolean(),
  /** True where a key that is set here is stored; false where config.yaml names a variable, or no key at all. */
  storable: z.boolean(),
  /** True where a key is stored here, also while a variable of the environment wins over it. */
  stored: z.boolean(),
  /** The provider has refused this key: it is not used until it is another one, or a test of it succeeds. */
  refused: z.object({ at: z.number().int(), message: z.string() }).nullable(),
});
export type KeyView = z.infer<typeof keyView>;

export const keyStoreState = z.object({
  /**
   * Where new keys go. `locked`: there is a vault and no pass phrase yet. `none`: neither a keychain nor a vault;
   * the first pass phrase makes one.
   */
  kind: z.enum(['keychain', 'vault', 'locked', 'none']),
  detail: z.string(),
});
export type KeyStoreState = z.infer<typeof keyStoreState>;

export const connectionTest = z.object({
  provider: z.string(),
  ok: z.boolean(),
  latency_ms: z.number().int().nullable(),
  /** Models the key may use; empty where the provider lists none. */
  models: z.array(z.string()),
  /** What is wrong and what to do, in sentences; null when it works. */
  problem: z.string().nullable(),
});
export type ConnectionTest = z.infer<typeof connectionTest>;
