import type { GraphNode } from './graph.ts';

export interface Topology {
  /** Every node that is on no cycle and behind none, each behind its dependencies. */
  readonly order: readonly string[];
  /** Longest way from a node without dependencies, in nodes before it; only of nodes in `order`. */
  readonly levels: ReadonlyMap<string, number>;
  /** Ids of the nodes that depend on a node, in the order of the graph. */
  readonly dependants: ReadonlyMap<string, readonly string[]>;
  /** Nodes on a cycle or behind one. */
  readonly rest: readonly string[];
}

/**
 * Order of the nodes without recursion, linear in nodes and edges. Of two nodes that could both be next, the one
 * that stands first in the graph is. Dependencies on nodes that are not there are passed over.
 * A. B. Kahn: Topological Sorting of Large Networks. Communications of the ACM 5 (1962).
 */
export const topologyOf = (nodes: readonly Pick<GraphNode, 'id' | 'deps'>[]): Topology => {
  const waits = new Map<string, number>();
  const dependants = new Map<string, string[]>();
  for (const { id } of nodes) {
    waits.set(id, 0);
    dependants.set(id, []);
  }
  for (const { id, deps } of nodes) {
    for (const dep of deps) {
      const list = dependants.get(dep);
      if (!list) continue;
      list.push(id);
      waits.set(id, (waits.get(id) ?? 0) + 1);
    }
  }
  const levels = new Map<string, number>();
  const order: string[] = [];
  for (const { id } of nodes) {
    if (waits.get(id) !== 0 || levels.has(id)) continue;
    levels.set(id, 0);
    order.push(id);
  }
  for (let at = 0; at < order.length; at += 1) {
    const id = order[at] as string;
    const next = (levels.get(id) ?? 0) + 1;
    for (const dependant of dependants.get(id) ?? []) {
      const left = (waits.get(dependant) ?? 0) - 1;
      waits.set(dependant, left);
      levels.set(dependant, Math.max(levels.get(dependant) ?? 0, next));
      if (left === 0) order.push(dependant);
    }
  }
  const rest = [...waits].filter(([, left]) => left > 0).map(([id]) => id);
  for (const id of rest) levels.delete(id);
  return { order, levels, dependants, rest };
};
