export { checkGraph } from './check-graph.ts';
export { graphAsData } from './graph-as-data.ts';
export { readGraph } from './read-graph.ts';
