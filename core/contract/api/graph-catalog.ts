import * as z from 'zod';
import {
  graphCheck,
  graphDraft,
  graphRunView,
  graphSummary,
  graphTemplate,
  graphVersion,
} from './graph-views.ts';
import { unary } from './procedure.ts';
import { sessionSummary } from './session-views.ts';

const id = z.object({ id: z.string() });
const plain = z.record(z.string(), z.unknown());

/** What one may do with stored task graphs, and with the nodes of a run. */
export const graphCatalog = {
  'graphs.check': unary({
    method: 'POST',
    path: '/graphs/check',
    summary: 'Check the text of a task graph (JSON or YAML); all problems at once, each with its node.',
    input: z.object({ text: z.string(), file: z.string().default('graph.json') }),
    output: graphCheck,
  }),
  'graphs.list': unary({
    method: 'GET',
    path: '/graphs',
    summary: 'Stored task graphs, the last changed first, with drafts that were not saved.',
    input: z.object({ query: z.string().max(500).optional() }),
    output: z.object({ items: z.array(graphSummary) }),
  }),
  'graphs.templates': unary({
    method: 'GET',
    path: '/graphs/templates',
    summary: 'Graphs to begin with.',
    input: z.object({}),
    output: z.object({ items: z.array(graphTemplate) }),
  }),
  'graphs.get': unary({
    method: 'GET',
    path: '/graphs/{id}',
    summary: 'One version of a graph, the newest without `version`, and its draft where there is one.',
    input: z.object({ id: z.string(), version: z.coerce.number().int().positive().optional() }),
    output: z.object({
      /** Null where the graph was never saved: then there is a draft. */
      graph: graphVersion.nullable(),
      versions: z.array(graphVersion.omit({ text: true })),
      draft: graphDraft.nullable(),
    }),
  }),
  'graphs.save': unary({
    method: 'POST',
    path: '/graphs',
    summary: 'Save the text of a graph as a new version; versions never change. Broken graphs are kept too.',
    input: z.object({
      /** Absent: a new graph. */
      id: z.string().optional(),
      name: z.string().min(1).max(200),
      /** YAML or JSON as it is, comments and all. */
      text: z.string(),
      note: z.string().max(500).default(''),
      /** The version that was edited; refused with `input/conflict` when there is a newer one. 0: a new graph. */
      base_version: z.number().int().nonnegative(),
    }),
    output: graphVersion,
  }),
  'graphs.draft': unary({
    method: 'PUT',
    path: '/graphs/{id}/draft',
    summary: 'Keep an edit that is not saved yet. Never replaces a draft of a later revision.',
    input: z.object({
      id: z.string(),
      name: z.string().min(1).max(200),
      text: z.string(),
      base_version: z.number().int().nonnegative(),
      /** Counts up with each edit; `input/conflict` when the stored draft is as new or newer. */
      revision: z.number().int().positive(),
    }),
    output: graphDraft,
  }),
  'graphs.discard-draft': unary({
    method: 'DELETE',
    path: '/graphs/{id}/draft',
    summary: 'Forget an edit that was not saved.',
    input: id,
    output: z.object({ discarded: z.boolean() }),
  }),
  'graphs.delete': unary({
    method: 'DELETE',
    path: '/graphs/{id}',
    summary: 'Delete a graph with all its versions; runs of it stay.',
    input: id,
    output: z.object({ deleted: z.boolean() }),
  }),
  'tasks.plan': unary({
    method: 'POST',
    path: '/tasks/plan',
    summary:
      'A planner divides a goal into a task graph, which is given back to be looked at before it runs.',
    input: z.object({
      goal: z.string().min(1).max(20_000),
      /** Who may do the tasks; all stored agents when absent. */
      agents: z.array(z.string()).min(1).max(64).optional(),
      planner: z.string().optional(),
      model: z.string().optional(),
      max_nodes: z.number().int().min(1).max(200).default(12),
      seed: z.number().int().min(0).optional(),
    }),
    output: z.object({
      /** The session in which the planner was asked. */
      session_id: z.string(),
      graph: plain,
      problems: graphCheck.shape.problems,
      /** True when the first answer had to be mended. */
      repaired: z.boolean(),
    }),
  }),
  'tasks.execute': unary({
    method: 'POST',
    path: '/tasks/execute',
    summary: 'Run a task graph; answers as soon as the session is recorded.',
    input: z.object({
      /** The graph itself, in its plain form, or as text (`text`), or a stored one (`graph_id`, `version`). */
      graph: plain.optional(),
      /** A graph's plain form may also be the request itself. */
      nodes: z.array(plain).optional(),
      text: z.string().optional(),
      graph_id: z.string().optional(),
      version: z.number().int().positive().optional(),
      inputs: z.record(z.string(), z.string()).optional(),
      name: z.string().optional(),
      model: z.string().optional(),
      seed: z.number().int().min(0).optional(),
      parallel: z.union([z.number().int().min(1).max(1000), plain]).optional(),
      on_failure: z.enum(['stop', 'continue']).optional(),
      budget: plain.optional(),
      metadata: plain.optional(),
      approve: z.enum(['ask', 'auto']).optional(),
      /** An earlier run whose outputs are taken where nothing changed; labelled `cached`. */
      reuse: z.string().optional(),
      /** Run from these nodes on: what comes before is taken from `reuse` whatever changed (`earlier`). */
      from: z.array(z.string()).optional(),
      /** Run only these nodes; what they need is taken from `reuse` or from pinned outputs. */
      only: z.array(z.string()).optional(),
    }),
    output: sessionSummary,
  }),
  'sessions.graph': unary({
    method: 'GET',
    path: '/sessions/{id}/graph',
    summary: 'The task graph of a session with the state of each node.',
    input: id,
    output: graphRunView,
  }),
  'sessions.approve': unary({
    method: 'POST',
    path: '/sessions/{id}/approve',
    summary: 'Answer a node that waits for a person, or a plan that waits for approval.',
    input: z.object({
      id: z.string(),
      node: z.string(),
      approved: z.boolean(),
      note: z.string().max(2000).default(''),
      /** Of an approval: what is handed on instead of what was shown. */
      output: z.string().optional(),
      /** Of a plan: the corrected graph. */
      graph: plain.optional(),
    }),
    output: sessionSummary,
  }),
  'sessions.skip-node': unary({
    method: 'POST',
    path: '/sessions/{id}/skip-node',
    summary: 'End one node of a running graph without its result.',
    input: z.object({ id: z.string(), node: z.string() }),
    output: sessionSummary,
  }),
} as const;
