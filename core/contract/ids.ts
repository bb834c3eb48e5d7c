import * as z from 'zod';

/** A UUID in lower case; the stream `system` has no session and is named by this word instead. */
export const sessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

/** The stream of events that belong to no session: agents, keys, budgets, settings, deletions. */
export const SYSTEM_STREAM = 'system';
export type StreamId = SessionId | typeof SYSTEM_STREAM;

export const taskId = z.uuid().brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;

/** One attempt at one model call, unique inside its session: `<turn number>.<attempt>`. */
export const callId = z.string().min(1).brand<'CallId'>();

export const agentName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'a letter, then letters, digits, "_" or "-", at most 64');

/** `Athena@1.0.0`, or `Athena` for the newest version. */
export const agentReference = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,63}(@\d+\.\d+\.\d+)?$/,
    'an agent name, with or without a version: Athena or Athena@1.0.0',
  );

/** `provider/model`; the model part may hold further slashes (`huggingface/meta/llama`). */
export const modelName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]*\/\S+$/i, 'provider/model, like stub/debater');
