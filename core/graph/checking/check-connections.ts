import { findCycles } from '../find-cycles.ts';
import { type GraphProblem, graphError, graphWarning } from '../graph-problem.ts';
import { portsOf } from '../output-type-of.ts';
import { portOf } from '../port-of.ts';
import type { CheckContext } from './check-context.ts';

/** Dependencies on nodes that are not there, and on ways that a node cannot go. */
export const checkDependencies = ({ ids, didYouMean }: CheckContext): readonly GraphProblem[] => {
  const problems: GraphProblem[] = [];
  for (const node of ids.values()) {
    for (const dep of node.deps) {
      const before = ids.get(dep);
      if (!before) {
        const message = `Node "${node.id}" waits for "${dep}", which is not in the graph.`;
        const remedy = didYouMean(dep, ids.keys(), 'Add that node or take the dependency away.');
        problems.push(graphError('missing-dependency', node.id, message, remedy));
        continue;
      }
      const port = portOf(node, dep);
      const ports = portsOf(before);
      if (port === undefined || ports.includes(port)) continue;
      const message =
        ports.length === 0
          ? `Node "${node.id}" waits for "${dep}" to go the way "${port}", but it decides nothing.`
          : `Node "${node.id}" waits for "${dep}" to go the way "${port}", which it does not have.`;
      const remedy = ports.length === 0 ? 'Take the way away.' : `Use ${ports.join(' or ')}.`;
      problems.push(graphError('unknown-port', node.id, message, remedy));
    }
  }
  return problems;
};

export const checkCycles = ({ ids, topology }: CheckContext): readonly GraphProblem[] =>
  findCycles([...ids.values()], topology.rest).map((cycle) => {
    const [first = ''] = cycle;
    const message =
      cycle.length === 2
        ? `Node "${first}" waits for itself.`
        : `These nodes wait for each other and could never run: ${shortPath(cycle)}.`;
    return graphError('cycle', first, message, 'Take one of these dependencies away.');
  });

const MOST_NAMED = 12;

/** A cycle in words, the middle of a long one left out. */
export const shortPath = (cycle: readonly string[]): string => {
  if (cycle.length <= MOST_NAMED) return cycle.join(' → ');
  const left = cycle.length - MOST_NAMED;
  return [...cycle.slice(0, MOST_NAMED - 2), `(${left} more)`, ...cycle.slice(-2)].join(' → ');
};

/** Nodes that run by themselves; a graph of one node is no mistake. */
export const checkIsolated = ({ ids, topology }: CheckContext): readonly GraphProblem[] => {
  const running = [...ids.values()].filter(({ kind }) => kind !== 'note' && kind !== 'frame');
  if (running.length < 2) return [];
  return running
    .filter(({ id, deps }) => deps.length === 0 && topology.dependants.get(id)?.length === 0)
    .map(({ id }) =>
      graphWarning(
        'isolated-node',
        id,
        `Node "${id}" has no connection to any other.`,
        'Connect it, or leave it: it runs by itself.',
      ),
    );
};
