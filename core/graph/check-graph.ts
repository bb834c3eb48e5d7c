import { nearestName } from '../contract/index.ts';
import { findCycles } from './find-cycles.ts';
import type { Graph, GraphNode } from './graph.ts';
import { type GraphProblem, graphError, graphWarning } from './graph-problem.ts';
import { namedNodes } from './templates/fill-template.ts';
import { parseTemplate } from './templates/parse-template.ts';
import { type Topology, topologyOf } from './topology.ts';

export interface GraphSurroundings {
  /** Agents that exist, as `Name` and `Name@version`; absent when they are not to be checked. */
  readonly agents?: readonly string[];
}

/** Looking for a similar id costs as much as there are nodes. */
const MOST_SUGGESTIONS = 20;

/** All problems of how the nodes of a graph fit together, in the order of the nodes. */
export const checkGraph = (graph: Graph, { agents }: GraphSurroundings = {}): readonly GraphProblem[] => {
  const { nodes } = graph;
  const ids = new Map<string, GraphNode>();
  const problems: GraphProblem[] = [];
  for (const node of nodes) {
    if (ids.has(node.id)) {
      const message = `The id "${node.id}" is used more than once.`;
      problems.push(graphError('duplicate-id', node.id, message, 'Give every node an id of its own.'));
    } else ids.set(node.id, node);
  }
  const topology = topologyOf([...ids.values()]);
  const known = agents && new Set(agents);
  let suggestions = MOST_SUGGESTIONS;
  const similar = (wrong: string, names: readonly string[]): string | undefined => {
    suggestions -= 1;
    return suggestions < 0 ? undefined : nearestName(wrong, names);
  };
  const names = [...ids.keys()];
  for (const node of ids.values()) {
    for (const dep of node.deps) {
      if (ids.has(dep)) continue;
      const near = similar(dep, names);
      const message = `Node "${node.id}" waits for "${dep}", which is not in the graph.`;
      const remedy =
        near === undefined ? 'Add that node or take the dependency away.' : `Did you mean "${near}"?`;
      problems.push(graphError('missing-dependency', node.id, message, remedy));
    }
    if (node.kind === 'task' && known && !known.has(node.agent)) {
      const near = similar(node.agent, agents);
      const message = `Node "${node.id}" is given to ${node.agent}, and there is no such agent.`;
      const remedy = near === undefined ? 'Name an agent that exists.' : `Did you mean ${near}?`;
      problems.push(graphError('unknown-agent', node.id, message, remedy));
    }
    problems.push(...templateProblems(node, ids));
  }
  problems.push(...cycleProblems([...ids.values()], topology), ...isolatedProblems(ids, topology));
  return problems;
};

const cycleProblems = (nodes: readonly GraphNode[], { rest }: Topology): readonly GraphProblem[] =>
  findCycles(nodes, rest).map((cycle) => {
    const [first = ''] = cycle;
    const message =
      cycle.length === 2
        ? `Node "${first}" waits for itself.`
        : `These nodes wait for each other and could never run: ${shortPath(cycle)}.`;
    return graphError('cycle', first, message, 'Take one of these dependencies away.');
  });

const MOST_NAMED = 12;

const shortPath = (cycle: readonly string[]): string => {
  if (cycle.length <= MOST_NAMED) return cycle.join(' → ');
  const left = cycle.length - MOST_NAMED;
  return [...cycle.slice(0, MOST_NAMED - 2), `(${left} more)`, ...cycle.slice(-2)].join(' → ');
};

const isolatedProblems = (
  ids: ReadonlyMap<string, GraphNode>,
  { dependants }: Topology,
): readonly GraphProblem[] => {
  if (ids.size < 2) return [];
  return [...ids.values()]
    .filter((node) => node.kind !== 'note' && node.deps.length === 0 && dependants.get(node.id)?.length === 0)
    .map(({ id }) =>
      graphWarning(
        'isolated-node',
        id,
        `Node "${id}" has no connection to any other.`,
        'Connect it, or leave it: it runs by itself.',
      ),
    );
};

const templateProblems = (node: GraphNode, ids: ReadonlyMap<string, GraphNode>): readonly GraphProblem[] => {
  if (node.kind !== 'task' || !node.prompt.includes('{{')) return [];
  const template = parseTemplate(node.prompt);
  const problems = template.problems.map(({ message: what }) =>
    graphError(
      'invalid-template',
      node.id,
      `In the prompt of node "${node.id}", ${what}.`,
      'Write {{id.output}}, or {{nodes["any id"].output}}; \\{{ stands for two braces.',
    ),
  );
  const unbound = namedNodes(template).filter((id) => !node.deps.includes(id) && !isBefore(id, node, ids));
  return [...problems, ...unbound.map((id) => unboundProblem(id, node, ids))];
};

const unboundProblem = (id: string, node: GraphNode, ids: ReadonlyMap<string, GraphNode>): GraphProblem => {
  const problem = (why: string, remedy: string) =>
    graphError(
      'unbound-variable',
      node.id,
      `The prompt of node "${node.id}" names the output of ${why}.`,
      remedy,
    );
  if (id === node.id) return problem('the node itself', 'Name another node, or take it out of the prompt.');
  return ids.has(id)
    ? problem(`"${id}", which need not have ended by then`, `Add "${id}" to its dependencies.`)
    : problem(`"${id}", which is not in the graph`, 'Correct the name, or add that node.');
};

/** True when a node must have ended before another begins, by however many steps. */
const isBefore = (id: string, node: GraphNode, ids: ReadonlyMap<string, GraphNode>): boolean => {
  if (id === node.id || !ids.has(id)) return false;
  const seen = new Set<string>();
  const queue = [...node.deps];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const dep of ids.get(at)?.deps ?? []) queue.push(dep);
  }
  return false;
};
