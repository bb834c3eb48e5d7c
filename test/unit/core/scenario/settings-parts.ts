import * as z from 'zod';

/** Parts as the rooms that own them describe them, only smaller. */
export const settingsParts = {
  providers: z.record(
    z.string(),
    z.strictObject({
      type: z.enum(['openai', 'anthropic']),
      base_url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
      key: z
        .string()
        .regex(/^(env|keychain):\S+$/, 'must be env:NAME or keychain:NAME')
        .optional(),
    }),
  ),
  stub: z.strictObject({
    latency_ms: z.number().min(0).default(250),
    tokens_per_s: z.number().min(0).default(60),
  }),
};
