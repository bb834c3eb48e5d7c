import * as z from 'zod';
import { sessionId, taskId } from './ids.ts';
import { turnKind } from './modes.ts';
import { ballot, reasoningTree } from './reasoning.ts';

const reference = z.object({ id: z.string(), score: z.number() });

export const monitorResult = z.object({
  name: z.string(),
  status: z.enum(['pass', 'flag', 'redact', 'pause', 'block']),
  elapsed_ms: z.number(),
});

/** A finished turn on the wire (design section 5), the data of `turn-ended`. */
export const turn = z.object({
  task_id: taskId,
  session_id: sessionId,
  round: z.number().int().nonnegative(),
  /** Place of the speaker in its round, from 0; with `round` it orders turns whatever ended first. */
  speaker_index: z.number().int().nonnegative(),
  agent: z.string(),
  kind: turnKind,
  /** Node of the task graph that this turn works on; absent in other modes. */
  node: z.string().optional(),
  input: z.object({
    /** The task: topic and directive. The exact messages are in the call's `call-started`. */
    prompt: z.string(),
    context: z.object({
      short_term: z.array(z.string()),
      semantic_refs: z.array(reference),
      episodic_refs: z.array(reference),
    }),
  }),
  output: z.object({
    content: z.string(),
    confidence: z.number().min(0).max(1).nullable(),
    style_insights: z.array(z.string()),
    /** Null where neither provider nor tokenizer gave a number. */
    tokens: z.object({ input: z.number().int().nullable(), output: z.number().int().nullable() }),
  }),
  reasoning: reasoningTree,
  /** What was decided: the option voted for, the judge's pick, the moderator's next speaker; else null. */
  decision: z.string().nullable(),
  ballot: ballot.nullable(),
  monitors: z.array(monitorResult),
  cost: z.object({ provider: z.string(), model: z.string(), usd: z.number().nullable() }),
  /** `started` and `completed` in seconds since the epoch, `latency_ms` in milliseconds. */
  timing: z.object({
    started: z.number(),
    completed: z.number(),
    latency_ms: z.number().int(),
    first_token_ms: z.number().int().nullable(),
  }),
  /** Calls it took, repeated and failed ones included. */
  attempts: z.number().int().positive(),
  /** True when an offline stub answered: not a language model. */
  stub: z.boolean(),
  /** True when the answer stopped at the output limit. */
  truncated: z.boolean(),
  version: z.string(),
});
export type Turn = z.infer<typeof turn>;

/** A turn that a crash, a stop or an error left unfinished, with what was seen of it. */
export const incompleteTurn = z.object({
  task_id: z.string(),
  round: z.number().int(),
  speaker_index: z.number().int(),
  agent: z.string(),
  kind: turnKind,
  node: z.string().optional(),
  text: z.string(),
  reason: z.string(),
  at: z.number().int(),
});
export type IncompleteTurn = z.infer<typeof incompleteTurn>;
