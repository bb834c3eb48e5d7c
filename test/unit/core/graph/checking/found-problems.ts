import { checkGraph } from '../../../../../core/graph/checking/check-graph.ts';
import type { GraphProblem } from '../../../../../core/graph/graph-problem.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

/** All problems of a graph that is given as data. */
export const problemsOf = (value: object, agents?: readonly string[]): readonly GraphProblem[] => {
  const { graph, problems } = readGraph(value);
  return [...problems, ...checkGraph(graph, agents && { agents })];
};

/** Code and node of each problem, isolated nodes left out. */
export const found = (value: object, agents?: readonly string[]) =>
  problemsOf(value, agents)
    .filter(({ code }) => code !== 'isolated-node')
    .map(({ code, node }) => [code, node]);
