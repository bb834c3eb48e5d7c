import * as z from 'zod';
import { sessionOutcome, sessionTotals } from './session-lifecycle.ts';

/**
 * What a node is, apart from how it is drawn. `task`: one turn of an agent. `session`: a whole session of another
 * mode. `delegate`: a planner makes a graph of its own for a goal. `note` and `frame` never run.
 */
export const nodeKind = z.enum([
  'task',
  'session',
  'condition',
  'map',
  'reduce',
  'loop',
  'approval',
  'tool',
  'delegate',
  'subgraph',
  'note',
  'frame',
]);
export type NodeKind = z.infer<typeof nodeKind>;

/** What a node gives to the next: words, a list of texts, or any JSON. */
export const nodeValue = z.json();
export type NodeValue = z.infer<typeof nodeValue>;

/**
 * `skipped`: a condition went another way, or nothing that it waits for was done. `blocked`: something that it waits
 * for failed. `stopped`: the session ended before it could.
 */
const nodeStatus = z.enum(['done', 'failed', 'skipped', 'blocked', 'stopped']);

/** Where an output comes from: this run, what a person pinned, or an earlier run. */
export const outputSource = z.enum(['run', 'pinned', 'cached', 'earlier']);

const nodeFailure = z.object({ code: z.string(), message: z.string() });

/** A node that came into being during the run: an item of a map, a round of a loop, a step of a plan. */
const addedNode = z.object({
  id: z.string(),
  kind: nodeKind,
  title: z.string(),
  deps: z.array(z.string()),
  /** Name without version; null where no agent acts. */
  agent: z.string().nullable(),
});

/** Derived. The first thing recorded of a node that runs; once for each attempt. */
export const nodeStarted = z.object({
  node: z.string(),
  kind: nodeKind,
  /** From 1. */
  attempt: z.number().int().positive(),
  /** Name without version; null where no agent acts. */
  agent: z.string().nullable(),
});

/** Derived. The last thing recorded of a node. */
export const nodeEnded = z.object({
  node: z.string(),
  kind: nodeKind,
  status: nodeStatus,
  source: outputSource,
  /** Attempts made; 0 where it never started. */
  attempts: z.number().int().nonnegative(),
  /** The turn whose content is the output; null where `output` holds it or there is none. */
  task_id: z.string().nullable(),
  /** Absent where the turn holds it. */
  output: nodeValue.optional(),
  /** The way that a condition or an approval went. */
  branch: z.string().nullable(),
  /** One sentence for people where it was not done, or was done and nobody accepted it. */
  reason: z.string().nullable(),
  error: nodeFailure.nullable(),
  /**
   * Of a node that delegates and has a reviewer: what the last review said of its output. `sent-back`: no round was
   * left for another plan. `unreadable`: it said neither, also when it was asked for once more.
   */
  review: z.enum(['accepted', 'sent-back', 'unreadable']).optional(),
});

/** Derived. An attempt failed, and another follows when its time has come. */
export const nodeRetried = z.object({
  node: z.string(),
  /** The attempt that failed, from 1. */
  attempt: z.number().int().positive(),
  /** Agent of the next attempt: the same, or the fallback. */
  agent: z.string().nullable(),
  wait_ms: z.number().int().nonnegative(),
  error: nodeFailure,
});

/** Input. The wait before a further attempt is over. */
export const nodeDue = z.object({ node: z.string() });

/** Input. The clock passed the time cap of a node; both in seconds. */
export const nodeDeadlinePassed = z.object({ node: z.string(), cap: z.number(), elapsed: z.number() });

/** Input. A person ends one node without its result. */
export const nodeSkipped = z.object({ by: z.string(), node: z.string() });

/** Derived. The graph grew. */
export const nodesAdded = z.object({ parent: z.string(), nodes: z.array(addedNode) });

/** Derived. A person is asked before the graph goes on behind this node. */
export const approvalRequested = z.object({ node: z.string(), text: z.string() });

/** Input. */
export const approvalAnswered = z.object({
  by: z.string(),
  node: z.string(),
  approved: z.boolean(),
  /** What is handed on instead of the text that was shown. */
  output: z.string().optional(),
  note: z.string(),
});

/** Derived. A planner drew a graph, or proposes a change to what has not run. `graph` is in its plain form. */
export const planProposed = z.object({
  node: z.string(),
  /** From 1; a revision or a change is the next. */
  revision: z.number().int().positive(),
  why: z.enum(['plan', 'change']),
  graph: z.record(z.string(), z.unknown()),
  /** Ids of nodes that were to run and are taken away by a change. */
  removed: z.array(z.string()),
  /** True when nobody is asked. */
  auto: z.boolean(),
});

/** Input. */
export const planAnswered = z.object({
  by: z.string(),
  node: z.string(),
  revision: z.number().int().positive(),
  approved: z.boolean(),
  /** The graph as a person corrected it; absent: as proposed. */
  graph: z.record(z.string(), z.unknown()).optional(),
  note: z.string(),
});

/** Derived. The intent of a session inside of this one; `specification` is what a user would write. */
export const childStarted = z.object({
  node: z.string(),
  session_id: z.string(),
  specification: z.record(z.string(), z.unknown()),
  /** Reserved until it has ended; null where nothing bounds it. */
  reserved_tokens: z.number().int().nullable(),
  reserved_micro_usd: z.number().int().nullable(),
});

/** Input. How it came out. */
export const childEnded = z.object({
  node: z.string(),
  session_id: z.string(),
  outcome: sessionOutcome,
  exit_code: z.number().int(),
  reason: z.string(),
  decision: z.string().nullable(),
  /** What the session came to, in words. */
  output: z.string(),
  stub: z.boolean(),
  totals: sessionTotals,
});
