import type { Graph, GraphNode } from './graph.ts';
import { DEFAULT_AGENT } from './read-graph.ts';

/** A graph as plain data for a file: what is as by default is left out, what is not known is kept. */
export const graphAsData = ({ name, nodes, extra }: Graph): Readonly<Record<string, unknown>> => ({
  ...(name !== null && { name }),
  ...extra,
  nodes: nodes.map(nodeAsData),
});

const nodeAsData = ({ id, kind, title, prompt, agent, deps, extra }: GraphNode) => ({
  id,
  ...(kind !== 'task' && { kind }),
  ...(title !== null && { title }),
  ...(prompt !== id && { prompt }),
  ...(agent !== DEFAULT_AGENT && { agent }),
  ...(deps.length > 0 && { deps }),
  ...extra,
});
