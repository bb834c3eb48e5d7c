import type { GraphProblem } from './graph-problem.ts';

/** A problem of a graph used by name, as one of the whole file: its node is named `graph/node`. */
export const inGraph = (name: string, problem: GraphProblem): GraphProblem => ({
  ...problem,
  node: problem.node === null ? null : `${name}/${problem.node}`,
  message: `In the graph "${name}": ${problem.message}`,
});
