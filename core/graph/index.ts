export { checkGraph } from './check-graph.ts';
export type { Graph, GraphNode, NodeOf, OutputType, TextTest } from './graph.ts';
export type { GraphProblem, GraphProblemCode } from './graph-problem.ts';
export { portOf } from './port-of.ts';
export { graphAsData } from './reading/graph-as-data.ts';
export { type GraphReading, readGraph } from './reading/read-graph.ts';
export { unknownKindOf } from './unknown-kind-of.ts';
