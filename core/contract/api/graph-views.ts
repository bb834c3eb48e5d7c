import * as z from 'zod';
import { errorPlace } from '../errors/wire-error.ts';
import { nodeKind, outputSource } from '../events/workflow.ts';

/** One problem of a task graph; an `error` keeps it from running, a `warning` is only said. */
const graphProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Id of the node, or null where the whole graph or its file is meant. */
  node: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  /** Place in the text, of problems of the text itself. */
  where: errorPlace.optional(),
});

export const graphCheck = z.object({
  /** No problem of severity `error`. */
  ok: z.boolean(),
  problems: z.array(graphProblem),
  /** The graph as data in its plain form, as far as it could be read; null where the text is no data at all. */
  graph: z.record(z.string(), z.unknown()).nullable(),
});
export type GraphCheck = z.infer<typeof graphCheck>;

export const graphVersion = z.object({
  id: z.string(),
  name: z.string(),
  /** From 1. */
  version: z.number().int().positive(),
  /** YAML or JSON as it was saved. */
  text: z.string(),
  note: z.string(),
  nodes: z.number().int(),
  /** Problems of severity `error`. */
  errors: z.number().int(),
  at: z.number().int(),
});
export type GraphVersion = z.infer<typeof graphVersion>;

export const graphDraft = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  base_version: z.number().int(),
  revision: z.number().int(),
  at: z.number().int(),
});
export type GraphDraft = z.infer<typeof graphDraft>;

export const graphSummary = graphVersion.omit({ text: true, version: true }).extend({
  /** Newest version; 0 where there is only a draft. */
  version: z.number().int().nonnegative(),
  has_draft: z.boolean(),
  /** Newest run of it. */
  last_session: z.string().nullable(),
});
export type GraphSummary = z.infer<typeof graphSummary>;

export const graphTemplate = z.object({
  /** File name without its end. */
  id: z.string(),
  name: z.string(),
  /** One sentence: what it is good for. */
  says: z.string(),
  text: z.string(),
  nodes: z.number().int(),
});
export type GraphTemplate = z.infer<typeof graphTemplate>;

export const nodeRun = z.object({
  id: z.string(),
  kind: nodeKind,
  title: z.string(),
  /** The node that added this one during the run; null for nodes of the file. */
  parent: z.string().nullable(),
  deps: z.array(z.string()),
  agent: z.string().nullable(),
  status: z.enum([
    'waiting',
    'running',
    'retrying',
    'awaiting',
    'done',
    'failed',
    'skipped',
    'blocked',
    'stopped',
  ]),
  source: outputSource.nullable(),
  attempts: z.number().int(),
  /** Milliseconds since the epoch. */
  started_at: z.number().int().nullable(),
  ended_at: z.number().int().nullable(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  /** Micro-USD; null where a cost is unknown. */
  micro_usd: z.number().int().nullable(),
  task_id: z.string().nullable(),
  /** The session inside of this node. */
  child_session: z.string().nullable(),
  branch: z.string().nullable(),
  /** What is asked of a person while it is `awaiting`; also a plan's graph as text. */
  asks: z.string().nullable(),
  reason: z.string().nullable(),
  /** The beginning of its output, at most 400 characters. */
  excerpt: z.string(),
  /** Sequence numbers of the first and of the last event that told of it; null before. */
  first_seq: z.number().int().nullable(),
  last_seq: z.number().int().nullable(),
});
export type NodeRun = z.infer<typeof nodeRun>;

export const graphRunView = z.object({
  session_id: z.string(),
  /** Plain form of the graph as it runs. */
  graph: z.record(z.string(), z.unknown()),
  stored: z.object({ id: z.string(), version: z.number().int() }).nullable(),
  nodes: z.array(nodeRun),
  /** The node whose breakpoint the run stands before. */
  paused_at: z.string().nullable(),
  /** Sequence number of the last event that is in it. */
  seq: z.number().int(),
});
export type GraphRunView = z.infer<typeof graphRunView>;
