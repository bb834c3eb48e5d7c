import {
  AgentNetError,
  type NodeValue,
  nearestName,
  type SessionSpecification,
  type WorkflowRun,
} from '../contract/index.ts';
import { checkGraph, type Graph, graphAsData, readGraph } from '../graph/index.ts';
import type { PlannedWorkflow } from '../scenario/index.ts';
import type { AgentLibrary } from './agent-library.ts';
import { graphCast } from './graph-cast.ts';
import { graphInputError } from './graph-problems.ts';
import type { GraphSource } from './graph-source.ts';
import type { TakenOutputs } from './taken-outputs.ts';

/** A graph that may run: read, without errors. */
export interface SoundGraph {
  readonly graph: Graph;
  readonly source: GraphSource;
}

const DEFAULT_PARALLEL = 8;
const DEFAULT_DELEGATION = { max_nodes: 12, max_depth: 1, approve: 'ask' } as const;

/** Reads and checks a graph; throws an input error that names every problem with its node. */
export const soundGraph = async (
  agents: Pick<AgentLibrary, 'references'>,
  source: GraphSource,
): Promise<SoundGraph> => {
  refuseSpecification(source);
  const { graph, problems } = readGraph(source.data);
  const error = graphInputError(
    [...problems, ...checkGraph(graph, { agents: await agents.references() })],
    source.file,
  );
  if (error) throw error;
  return { graph, source };
};

/** What a run of a sound graph is recorded with. `taken` are outputs of an earlier run, and which nodes run. */
export const planWorkflow = (
  { graph, source }: SoundGraph,
  specification: Pick<SessionSpecification, 'inputs' | 'parallel' | 'on_failure' | 'delegation'>,
  taken: TakenOutputs,
): PlannedWorkflow => {
  const { parallel, on_failure: onFailure = 'stop', delegation = DEFAULT_DELEGATION } = specification;
  return {
    run: {
      graph: { ...graphAsData(graph) },
      stored: source.stored,
      inputs: inputsOf(graph, specification.inputs ?? {}),
      parallel:
        typeof parallel === 'number' ? { total: parallel } : (parallel ?? { total: DEFAULT_PARALLEL }),
      on_failure: onFailure,
      delegation,
      given: { ...taken.given, ...pinnedOutputs(graph) },
      only: taken.only === null ? null : [...taken.only],
    },
    name: graph.name ?? source.name,
    agents: graphCast(graph),
    levels: 1,
  };
};

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

const inputsOf = (
  { inputs }: Graph,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const names = Object.keys(inputs);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(inputs, name)) continue;
    const nearest = nearestName(name, names);
    const known = names.length === 0 ? 'It has none.' : `Its inputs are ${names.join(', ')}.`;
    throw inputProblem(
      `The graph has no input ${JSON.stringify(name.slice(0, 80))}.`,
      nearest === undefined ? known : `Did you mean ${nearest}?`,
    );
  }
  const all = { ...inputs, ...given };
  const missing = names.filter((name) => all[name] === '');
  if (missing.length > 0) {
    throw inputProblem(
      `The graph needs a value for ${missing.map((name) => JSON.stringify(name)).join(', ')}.`,
      `Give it: --input ${missing[0]}=..., or inputs: {${missing[0]}: ...}.`,
    );
  }
  return all;
};

const inputProblem = (message: string, remedy: string): AgentNetError =>
  new AgentNetError('input/invalid', message, {
    where: { path: 'inputs' },
    kept: 'Nothing was started.',
    remedy,
  });

/** What a person pinned goes before what an earlier run made. */
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
