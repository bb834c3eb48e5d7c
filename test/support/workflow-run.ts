import type { EventData, NodeValue, ResolvedSpecification, WorkflowRun } from '../../core/contract/index.ts';
import { createdWith } from './cast.ts';

export type WorkflowChoice = Partial<WorkflowRun> & {
  readonly specification?: Partial<ResolvedSpecification>;
  readonly chain?: readonly string[];
};

/** The run of a graph with what holds where nothing is said. */
export const workflowOf = (graph: WorkflowRun['graph'], change: Partial<WorkflowRun> = {}): WorkflowRun => ({
  graph,
  stored: null,
  inputs: {},
  parallel: { total: 8 },
  on_failure: 'stop',
  delegation: { max_nodes: 12, max_depth: 1, approve: 'ask' },
  given: {},
  only: null,
  ...change,
});

/** The data of `session-created` for the run of a graph in its plain form; tasks without an agent go to Athena. */
export const createdWorkflow = (
  graph: Readonly<Record<string, unknown>>,
  { specification, chain, ...choice }: WorkflowChoice = {},
): EventData<'session-created'> =>
  createdWith(
    {
      mode: 'workflow',
      topic: 'A graph',
      synthesizer: null,
      context_tokens: 4096,
      ...specification,
      workflow: workflowOf(withAgents(graph), { parallel: { total: 4 }, rules: 2, ...choice }),
    },
    chain,
  );

/** An output that is not made by the run. */
export const given = (output: NodeValue, branch: string | null = null): WorkflowRun['given'][string] => ({
  output,
  source: 'pinned',
  session_id: null,
  branch,
});

const needsAgent = new Set(['task', 'map', 'reduce', 'loop']);

const withAgents = (graph: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...graph,
  nodes: (graph['nodes'] as readonly Record<string, unknown>[]).map((node) =>
    needsAgent.has(String(node['kind'] ?? 'task')) ? { agent: 'Athena', ...node } : node,
  ),
});
