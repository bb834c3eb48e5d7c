import {
  AgentNetError,
  type NodeValue,
  type SessionSpecification,
  type WorkflowRun,
} from '../contract/index.ts';
import { checkGraph, type Graph, graphAsData, readGraph, runnableGraph, topologyOf } from '../graph/index.ts';
import { inputError, type KnownNames, type PlannedWorkflow } from '../scenario/index.ts';
import { graphCast } from './graph-cast.ts';
import { graphInputError } from './graph-problems.ts';
import type { GraphSource } from './graph-source.ts';
import { sessionNodeProblems, withExactSessions } from './session-nodes.ts';

/** A graph as it runs: read, without errors, subgraphs in their places, inputs settled. */
export interface ReadyGraph {
  readonly graph: Graph;
  readonly source: GraphSource;
}

const DEFAULT_PARALLEL = 8;
const DEFAULT_DELEGATION = { max_nodes: 12, max_depth: 1, approve: 'ask' } as const;

/** Throws an input error that names every problem of the graph with its node. */
export const readyGraph = (
  source: GraphSource,
  inputs: Readonly<Record<string, string>>,
  known: KnownNames,
  resolveAgent: (reference: string) => string | undefined,
): ReadyGraph => {
  refuseSpecification(source);
  const { graph, problems } = readGraph(source.data);
  const { agents = [] } = known;
  const tooLarge = problems.filter(({ code }) => code === 'too-large');
  // What is too large is not looked at any further.
  const found = tooLarge.length > 0 ? tooLarge : [...problems, ...checkGraph(graph, { agents })];
  const error = graphInputError(found, source.file);
  if (error) throw error;
  const inside = sessionNodeProblems(graph, known, source.file);
  if (inside.length > 0) throw inputError(inside, 'Correct the graph and run it again.');
  return { graph: withExactSessions(runnableGraph(graph, inputs), resolveAgent), source };
};

/** What a run of a graph is recorded with; all of it runs, and nothing but pinned outputs is given. */
export const planWorkflow = (
  { graph, source }: ReadyGraph,
  specification: Pick<SessionSpecification, 'parallel' | 'on_failure' | 'delegation'>,
): PlannedWorkflow => {
  const { parallel, on_failure: onFailure = 'stop', delegation = DEFAULT_DELEGATION } = specification;
  return {
    run: {
      graph: { ...graphAsData(graph) },
      stored: source.stored,
      inputs: graph.inputs,
      parallel:
        typeof parallel === 'number' ? { total: parallel } : (parallel ?? { total: DEFAULT_PARALLEL }),
      on_failure: onFailure,
      delegation,
      given: pinnedOutputs(graph),
      only: null,
      rules: 2,
    },
    name: graph.name ?? source.name,
    agents: graphCast(graph),
    levels: levelsOf(graph),
  };
};

const levelsOf = ({ nodes }: Graph): number =>
  [...topologyOf(nodes).levels.values()].reduce((most, level) => Math.max(most, level + 1), 1);

/** Whoever mixes up the two kinds of files is sent the right way. */
const refuseSpecification = ({ data, file }: GraphSource): void => {
  if (typeof data !== 'object' || data === null) return;
  if (!('mode' in data) || !('topic' in data) || 'nodes' in data) return;
  throw new AgentNetError('input/invalid', 'This is a session specification, not a task graph.', {
    ...(file !== null && { where: { file } }),
    kept: 'Nothing was started.',
    remedy: 'Run it with `agentnet run FILE`.',
  });
};

const pinnedOutputs = ({ nodes }: Graph): WorkflowRun['given'] =>
  Object.fromEntries(
    nodes.flatMap(({ id, kind, pinned }) =>
      pinned === undefined
        ? []
        : [[id, { output: pinned, source: 'pinned', session_id: null, branch: branchOf(kind, pinned) }]],
    ),
  );

/** A pinned condition or approval goes the way that is pinned. */
const branchOf = (kind: string, pinned: NodeValue): string | null => {
  if (kind === 'condition') return pinned === 'yes' || pinned === true ? 'yes' : 'no';
  if (kind === 'approval') return pinned === 'rejected' || pinned === false ? 'rejected' : 'approved';
  return null;
};
