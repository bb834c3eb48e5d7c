import * as z from 'zod';
import { agentVersion } from '../agent.ts';

export const agentCreated = z.object({ agent: agentVersion });

/** The session's rows are gone; what stays is that it was there and how it ended. */
export const sessionDeleted = z.object({
  session_id: z.string(),
  events: z.number().int(),
  last_hash: z.string(),
});

/** A version of a task graph. Its text, as it was saved, stands beside the log, so that it can be deleted. */
export const graphSaved = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  name: z.string(),
  /** SHA-256 of the text; absent where the event holds it. */
  text_hash: z.string().optional(),
  /** Of events from before texts stood beside the log. */
  text: z.string().optional(),
  note: z.string(),
  nodes: z.number().int(),
  /** Problems of severity `error` when it was saved. */
  errors: z.number().int(),
});

/** The graph is not listed any more, and its texts are gone; a graph saved under its id later begins at version 1. */
export const graphDeleted = z.object({ id: z.string(), versions: z.number().int() });

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
