import { nearestName } from '../../contract/index.ts';
import type { Graph, GraphNode } from '../graph.ts';
import { type Topology, topologyOf } from '../topology.ts';

/** Looking for a similar name costs as much as there are names. */
const MOST_SUGGESTIONS = 20;

/** What every check of one graph looks at. */
export interface CheckContext {
  readonly graph: Graph;
  /** The whole file: where graphs are looked up by name. */
  readonly file: Graph;
  /** Each id once, the first node that has it. */
  readonly ids: ReadonlyMap<string, GraphNode>;
  readonly topology: Topology;
  /** Agents that exist; undefined when they are not to be checked. */
  readonly agents: ReadonlySet<string> | undefined;
  /** The name that was probably meant, as a remedy; else what is given. */
  readonly didYouMean: (wrong: string, names: Iterable<string>, otherwise: string) => string;
}

/** A remedy that names what was probably meant; after some it looks no further. */
export const createSuggestions = (): CheckContext['didYouMean'] => {
  let left = MOST_SUGGESTIONS;
  return (wrong, names, otherwise) => {
    left -= 1;
    const near = left < 0 ? undefined : nearestName(wrong, [...names]);
    return near === undefined ? otherwise : `Did you mean "${near}"?`;
  };
};

export const contextOf = (
  graph: Graph,
  shared: Pick<CheckContext, 'file' | 'agents' | 'didYouMean'>,
): CheckContext => {
  const ids = new Map<string, GraphNode>();
  for (const node of graph.nodes) if (!ids.has(node.id)) ids.set(node.id, node);
  return { ...shared, graph, ids, topology: topologyOf([...ids.values()]) };
};
