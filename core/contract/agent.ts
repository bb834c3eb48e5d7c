import * as z from 'zod';
import { agentName } from './ids.ts';

/** `default` in a chain stands for the user's chosen model, `stub/debater` on a fresh install. */
export const DEFAULT_MODEL_LINK = 'default';

const chainLink = z
  .string()
  .regex(/^(default|[a-z0-9][a-z0-9_.-]*\/\S+)$/i, '"default" or provider/model, like ollama/llama3.2');

/** What a user writes to make an agent; weights are 0 to 1 and choose fragments of the instructions. */
export const agentDefinition = z.strictObject({
  name: agentName,
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'major.minor.patch, like 1.0.0')
    .optional(),
  description: z.string().min(1).max(500),
  role: z.string().min(1).max(20_000),
  style: z.record(z.string(), z.number().min(0).max(1)).default({}),
  models: z.array(chainLink).min(1).max(8).default([DEFAULT_MODEL_LINK]),
  max_output_tokens: z.number().int().positive().max(1_000_000).optional(),
  temperature: z.number().min(0).max(2).optional(),
});
export type AgentDefinitionInput = z.input<typeof agentDefinition>;
export type AgentDefinition = z.output<typeof agentDefinition>;

/** An immutable, stored version of an agent. */
export const agentVersion = agentDefinition.extend({
  version: z.string(),
  /** SHA-256 over the canonical JSON of the definition without its version. */
  fingerprint: z.string(),
  origin: z.enum(['shipped', 'user']),
  created_at: z.number().int(),
});
export type AgentVersion = z.infer<typeof agentVersion>;
