import * as z from 'zod';
import { agentVersion } from '../agent.ts';

export const agentCreated = z.object({ agent: agentVersion });

/** The session's rows are gone; what stays is that it was there and how it ended. */
export const sessionDeleted = z.object({
  session_id: z.string(),
  events: z.number().int(),
  last_hash: z.string(),
});

export const settingsChanged = z.object({ changes: z.record(z.string(), z.unknown()) });

export const databaseMigrated = z.object({
  from: z.number().int(),
  to: z.number().int(),
  backup: z.string(),
});

/** Never the key, nor a part of it. */
export const keyChanged = z.object({
  provider: z.string(),
  action: z.enum(['set', 'rotated', 'removed']),
  store: z.enum(['keychain', 'vault']),
});
