export { checkGraph } from './check-graph.ts';
export type { Graph } from './graph.ts';
export { graphAsData } from './graph-as-data.ts';
export type { GraphProblem } from './graph-problem.ts';
export { readGraph } from './read-graph.ts';
