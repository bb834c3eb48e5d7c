import * as z from 'zod';
import { sessionOutcome, sessionTotals } from '../events/session-lifecycle.ts';
import { mode } from '../modes.ts';
import { resolvedSpecification } from '../session-specification.ts';
import { incompleteTurn, turn } from '../turn.ts';

/** `interrupted`: its process died or was ended, it can be resumed. */
export const sessionStatus = z.enum(['running', 'pausing', 'paused', 'interrupted', 'ended']);
export type SessionStatus = z.infer<typeof sessionStatus>;

export const sessionSummary = z.object({
  id: z.string(),
  name: z.string(),
  mode,
  status: sessionStatus,
  outcome: sessionOutcome.nullable(),
  topic: z.string(),
  participants: z.array(z.string()),
  models: z.array(z.string()),
  project: z.string(),
  stub: z.boolean(),
  round: z.number().int(),
  max_rounds: z.number().int(),
  turns: z.number().int(),
  totals: sessionTotals,
  created_at: z.number().int(),
  updated_at: z.number().int(),
  ended_at: z.number().int().nullable(),
  /** The session whose node this one is; absent for a session that stands by itself. */
  parent: z.string().optional(),
  /** Nodes that wait for a person's answer; absent where none does. */
  waits_for: z.array(z.string()).optional(),
});
export type SessionSummary = z.infer<typeof sessionSummary>;

/** What `sessions show` prints: finished turns only, and what was left unfinished. */
export const sessionDetail = z.object({
  id: z.string(),
  name: z.string(),
  mode,
  status: sessionStatus,
  outcome: sessionOutcome.nullable(),
  reason: z.string().nullable(),
  converged: z.boolean(),
  rounds_executed: z.number().int(),
  topic_start: z.string(),
  topic_final: z.string().nullable(),
  decision: z.string().nullable(),
  participants: z.array(z.string()),
  turns: z.array(turn),
  incomplete: z.array(incompleteTurn),
  totals: sessionTotals,
  digest: z.string(),
  specification: resolvedSpecification,
  created_at: z.number().int(),
  ended_at: z.number().int().nullable(),
});
export type SessionDetail = z.infer<typeof sessionDetail>;

/** A hit of the full-text search; `snippet` marks the words with \u0002 and \u0003. */
export const turnHit = z.object({
  session_id: z.string(),
  session_name: z.string(),
  task_id: z.string(),
  seq: z.number().int(),
  round: z.number().int(),
  /** Of a task graph; null for a turn of a talk. */
  node: z.string().nullable(),
  agent: z.string(),
  snippet: z.string(),
});
export type TurnHit = z.infer<typeof turnHit>;

export const verification = z.object({
  session_id: z.string(),
  ok: z.boolean(),
  events: z.number().int(),
  /** The first event that is not as it was written, with what is wrong with it. */
  first_problem: z.object({ seq: z.number().int(), kind: z.string(), message: z.string() }).nullable(),
  projections_equal: z.boolean(),
  /** The first row of a projection that the events do not account for; null when all do. */
  projection_problem: z.object({ table: z.string(), row: z.string(), message: z.string() }).nullable(),
});
export type Verification = z.infer<typeof verification>;

export const replayReport = z.object({
  session_id: z.string(),
  equal: z.boolean(),
  events: z.number().int(),
  calls: z.number().int(),
  first_difference: z
    .object({
      seq: z.number().int(),
      type: z.string(),
      path: z.string(),
      recorded: z.string(),
      recomputed: z.string(),
    })
    .nullable(),
});
export type ReplayReport = z.infer<typeof replayReport>;
