import * as z from 'zod';
import { agentReference, modelName } from './ids.ts';
import { convergenceMethod, mode, strategy, voteFallback, voteMethod } from './modes.ts';

/** Longest topic in UTF-16 units; more is a document and belongs into memory, not into every prompt. */
export const MAX_TOPIC_LENGTH = 20_000;

const plainText = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .refine((text) => !text.includes('\u0000'), 'must not contain NUL bytes');

const convergenceSettings = z.strictObject({
  methods: z.array(convergenceMethod).min(1).default(['lexical', 'stagnation']),
  /** Similarity from which a method counts as met, 0 to 1. */
  threshold: z.number().min(0).max(1).default(0.82),
});

const voteSettings = z.strictObject({
  method: voteMethod.default('majority'),
  /** Share of the participants whose valid ballot is needed, 0 to 1. */
  quorum: z.number().min(0).max(1).default(0.5),
  fallback: voteFallback.default('plurality'),
  /** Fixed options; without them the options are the proposals. */
  options: z.array(plainText(500)).min(2).max(26).optional(),
});

const caps = {
  tokens: z.number().int().positive().optional(),
  seconds: z.number().positive().optional(),
  /** US dollars, as a user writes them. */
  usd: z.number().positive().optional(),
};

const budget = z.strictObject({
  ...caps,
  /** Caps of each turn, with all its calls. */
  turn: z.strictObject(caps).optional(),
});

const onLimit = z.enum(['stop', 'downgrade']);

const cacheSettings = z.strictObject({
  /** How old an answer may be, in seconds. */
  ttl_s: z.number().positive().max(31_536_000),
});

const metadataValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How many nodes may run at once: all together, of one agent, of one provider. */
const parallelism = z.strictObject({
  total: z.number().int().min(1).max(1000).default(8),
  agent: z.number().int().min(1).max(1000).optional(),
  /** By the provider part of model names. */
  provider: z.record(z.string(), z.number().int().min(1).max(1000)).optional(),
});

const onFailure = z.enum(['stop', 'continue']);
const approve = z.enum(['ask', 'auto']);

/** How a planner may divide work, of mode `delegation` and of nodes that delegate. */
const delegationSettings = z.strictObject({
  /** Most nodes of one plan. */
  max_nodes: z.number().int().min(1).max(200).default(12),
  /** How deep a node of a plan may delegate again; 1: not at all. */
  max_depth: z.number().int().min(1).max(5).default(1),
  /** Whether a person is asked before a plan runs. */
  approve: approve.default('ask'),
});

/** An output that is not made by this run. */
const givenOutput = z.object({
  output: z.json(),
  source: z.enum(['pinned', 'cached', 'earlier']),
  /** The session that made it. */
  session_id: z.string().nullable(),
  branch: z.string().nullable(),
});

/** The session specification as a user writes it: YAML file, REST body or form (design section 5). */
export const sessionSpecification = z.strictObject({
  name: plainText(200).optional(),
  mode,
  topic: plainText(MAX_TOPIC_LENGTH),
  agents: z.array(agentReference).min(1).max(64),
  strategy: strategy.default('round_robin'),
  max_rounds: z.number().int().positive().max(10_000).optional(),
  convergence: z.union([z.boolean(), convergenceSettings]).default(true),
  vote: voteSettings.optional(),
  /** Speaks when `strategy` is `moderated`; the shipped Moderator when absent. */
  moderator: agentReference.optional(),
  /** Decides a debate, or a vote whose fallback is `judge`; reviews a delegation (the shipped Critic when absent). */
  judge: agentReference.optional(),
  /** Writes the closing synthesis; the shipped Synthesizer when absent. */
  synthesizer: agentReference.optional(),
  /** Divides the work of a delegation; the shipped Planner when absent. */
  planner: agentReference.optional(),
  delegation: delegationSettings.optional(),
  /**
   * The task graph of mode `workflow`: its plain form (checked by core/graph), a stored one
   * (`{stored: ID, version: 3}`), or the path of its file, where a file names it.
   */
  graph: z.union([z.string().min(1).max(1000), z.record(z.string(), z.unknown())]).optional(),
  /** Values for the graph's `{{inputs.name}}`. */
  inputs: z.record(z.string(), z.string()).optional(),
  parallel: z.union([z.number().int().min(1).max(1000), parallelism]).optional(),
  /** When a node has failed for good: start no further one, or go on with what does not need it. */
  on_failure: onFailure.optional(),
  /** Replaces every agent's model chain by this one model. */
  model: modelName.optional(),
  max_output_tokens: z.number().int().positive().max(1_000_000).optional(),
  /** Most prompt tokens one call may use. */
  context_tokens: z.number().int().min(512).max(2_000_000).optional(),
  budget: budget.optional(),
  /** What a call does that fits no budget: end the session, or step down to a cheaper model of its chain. */
  on_limit: onLimit.optional(),
  /** `true`, or how long answers may be given again: equal requests are then asked once. Off when absent. */
  cache: z.union([z.boolean(), cacheSettings]).optional(),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  metadata: z.record(z.string(), metadataValue).optional(),
});
/** Of mode `workflow`: what is left out is taken from the graph. */
export const workflowSpecification = sessionSpecification.extend({
  topic: sessionSpecification.shape.topic.default(''),
  agents: z.array(agentReference).max(64).default([]),
});
/** What a user writes, whatever the mode: a task graph may do without topic and agents, everything else may not. */
export const anySpecification = z.discriminatedUnion('mode', [
  sessionSpecification.extend({ mode: mode.exclude(['workflow']) }),
  workflowSpecification.extend({ mode: mode.extract(['workflow']) }),
]);
export type SessionSpecificationInput = z.input<typeof sessionSpecification>;
export type SessionSpecification = z.output<typeof sessionSpecification>;

/** A task graph as it runs: everything settled, subgraphs in their places, inputs filled in. */
export const workflowRun = z.object({
  /** Plain form, written by core/graph. */
  graph: z.record(z.string(), z.unknown()),
  /** Where it comes from; null for a graph that is stored nowhere. */
  stored: z.object({ id: z.string(), version: z.number().int() }).nullable(),
  inputs: z.record(z.string(), z.string()),
  parallel: parallelism,
  on_failure: onFailure,
  delegation: delegationSettings,
  /** By node. */
  given: z.record(z.string(), givenOutput),
  /** Nodes to run, with everything that they need; null: all. */
  only: z.array(z.string()).nullable(),
  /**
   * Which rules the run follows, so that older logs replay as they went. Absent: 1, the first. 2: a review that cannot
   * be read is asked for once more and accepts nothing, and plans have more room for their answers.
   */
  rules: z.number().int().min(1).optional(),
});
export type WorkflowRun = z.infer<typeof workflowRun>;

/** A specification after all defaults and names are settled; what `session-created` records. */
export const resolvedSpecification = z.object({
  name: z.string(),
  mode,
  topic: z.string(),
  /** Exact references `name@version`, in speaking order. */
  agents: z.array(z.string()),
  strategy,
  max_rounds: z.number().int().positive(),
  convergence: z.union([z.literal(false), convergenceSettings]),
  vote: voteSettings.nullable(),
  moderator: z.string().nullable(),
  judge: z.string().nullable(),
  synthesizer: z.string().nullable(),
  /** Of modes `workflow` and `delegation` only. */
  workflow: workflowRun.optional(),
  model: z.string().nullable(),
  max_output_tokens: z.number().int().positive().nullable(),
  context_tokens: z.number().int().positive(),
  budget,
  /** Absent: `stop`. */
  on_limit: onLimit.optional(),
  /** Absent: every request is asked. */
  cache: cacheSettings.optional(),
  seed: z.number().int(),
  metadata: z.record(z.string(), metadataValue),
});
export type ResolvedSpecification = z.infer<typeof resolvedSpecification>;

/** Keys that the design names and whose work is not built yet: refused by name, never ignored. */
export const notBuiltKeys = ['policies', 'tools', 'memory'] as const;
export const notBuiltConvergenceMethods = ['semantic'] as const;
