import * as z from 'zod';
import { agentVersion } from '../agent.ts';
import { downgradeRules } from '../downgrade-rule.ts';
import { modelPrice } from '../price.ts';
import { resolvedSpecification } from '../session-specification.ts';
import { incompleteTurn } from '../turn.ts';

/**
 * `local`: costs nothing and never leaves the machine. `stub`: an offline stub, not a language model.
 * `structured`: can be asked for JSON, so the reasoning is asked for as JSON behind the text.
 */
export const modelFacts = z.object({
  provider: z.string(),
  local: z.boolean(),
  stub: z.boolean(),
  structured: z.boolean().optional(),
  /** Frozen with the run; null is unknown, or local and free. Absent in logs from before there was a table. */
  price: modelPrice.nullable().optional(),
});
export type ModelFacts = z.infer<typeof modelFacts>;

/** Input. The first event of every session: everything the run depends on, frozen. */
export const sessionCreated = z.object({
  specification: resolvedSpecification,
  /** The full definition of every agent that may speak, by exact reference. */
  agents: z.record(z.string(), agentVersion),
  /** Each agent's model chain after `default` and `model` are resolved, by exact reference. */
  chains: z.record(z.string(), z.array(z.string())),
  /** What the run needs to know of each model in the chains, by full name. */
  models: z.record(z.string(), modelFacts),
  /** Rules of the settings that step down to cheaper models; absent: none. */
  downgrade: downgradeRules.optional(),
  engine: z.string(),
  /**
   * Which prompts the run writes, so that older logs replay to the prompts they had. Absent: the first. 2: the
   * synthesizer is told how the vote was counted.
   */
  prompts: z.number().int().min(2).optional(),
  forked_from: z.object({ session_id: z.string(), seq: z.number().int() }).nullable(),
});

/** Input. Written when a process goes on with a session: after a crash or signal, a pause, or for one step. */
export const sessionResumed = z.object({
  reason: z.enum(['crash', 'signal', 'user', 'step']),
  /** Calls whose outcome nobody knows; each is repeated and its reservation counted as spent. */
  lost_calls: z.array(z.string()),
  /** What the journal had kept of their text. */
  incomplete: z.array(incompleteTurn),
});

/** Input. A person asks for a pause: after the running turns, or now (running calls are given up). */
export const pauseRequested = z.object({ by: z.string(), when: z.enum(['after-turn', 'now']) });

/** Derived. Nothing is running any more; `node` is the breakpoint that was met. */
export const sessionPaused = z.object({
  reason: z.enum(['user', 'step', 'breakpoint']),
  node: z.string().optional(),
});

/** Input. The process gives the session up in an orderly way (signal, shutdown); it can be resumed. */
export const sessionInterrupted = z.object({ reason: z.string() });

/** Input. A person asks for the end: with a synthesis of what there is, or without. */
export const stopRequested = z.object({ by: z.string(), synthesis: z.boolean() });

/** Input. Passes over a speaker in the current round. */
export const speakerSkipped = z.object({ by: z.string(), round: z.number().int(), agent: z.string() });

/** Input. */
export const roundsExtended = z.object({ by: z.string(), rounds: z.number().int().positive() });

/** Input. Words of a person; a whisper is seen by one agent only. */
export const interjectionRecorded = z.object({
  from: z.enum(['user', 'moderator']),
  /** `all` or the name of one agent. */
  to: z.string(),
  text: z.string(),
  whisper: z.boolean(),
});

/** Input. The clock passed a time cap; both in seconds. `scope` is absent for the session's own. */
export const deadlinePassed = z.object({
  cap: z.number(),
  elapsed: z.number(),
  scope: z.enum(['turn', 'day', 'project']).optional(),
  /** The day or the project. */
  key: z.string().optional(),
});

/** Derived. A cap ends the session. */
export const limitReached = z.object({
  limit: z.enum(['rounds', 'tokens', 'seconds', 'usd']),
  /** Whose cap it is; absent for the session's own. */
  scope: z.enum(['turn', 'day', 'project']).optional(),
  /** The day or the project. */
  key: z.string().optional(),
  cap: z.number(),
  /** Spent so far, in the limit's unit. */
  spent: z.number(),
  /** What the next call might have cost at worst, in the limit's unit; absent for rounds and seconds. */
  needed: z.number().optional(),
});

export const sessionTotals = z.object({
  /** Null when the cost of a call is unknown. */
  usd: z.number().nullable(),
  tokens: z.object({ input: z.number().int(), output: z.number().int() }),
  calls: z.number().int(),
  repeated_calls: z.number().int(),
});

export const sessionOutcome = z.enum([
  'completed',
  'converged',
  'decided',
  'undecided',
  'stopped',
  'budget-exhausted',
  'no-provider',
  'failed',
]);
export type SessionOutcome = z.infer<typeof sessionOutcome>;

/** Derived. The last event of a session. */
export const sessionEnded = z.object({
  session_id: z.string(),
  outcome: sessionOutcome,
  /** One sentence for people: why it ended. */
  reason: z.string(),
  exit_code: z.number().int(),
  converged: z.boolean(),
  rounds_executed: z.number().int(),
  topic_start: z.string(),
  topic_final: z.string(),
  /** The option a vote or judge chose, else null. */
  decision: z.string().nullable(),
  /** True when a stub answered at least one turn. */
  stub: z.boolean(),
  totals: sessionTotals,
});
export type SessionEnded = z.infer<typeof sessionEnded>;
