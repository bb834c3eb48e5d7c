import type { GraphRunView, NodeRun } from '../../../core/contract/index.ts';

/** The nodes of a run by id; readers hear of their own node only, and only when it has changed. */
export const createNodeRuns = () => {
  let nodes: readonly NodeRun[] = [];
  const places = new Map<string, number>();
  const listeners = new Map<string, Set<() => void>>();

  return {
    get: (id: string): NodeRun | undefined => nodes[places.get(id) ?? -1],
    /** Takes the state of a frame; a node that is the same object has not changed. */
    take: (view: Pick<GraphRunView, 'nodes'>) => {
      const before = nodes;
      nodes = view.nodes;
      for (let index = before.length; index < nodes.length; index += 1) {
        const node = nodes[index];
        if (node) places.set(node.id, index);
      }
      for (const [id, some] of listeners) {
        const place = places.get(id) ?? -1;
        if (before[place] !== nodes[place]) for (const listener of some) listener();
      }
    },
    subscribe: (id: string, listener: () => void): (() => void) => {
      const some = listeners.get(id) ?? new Set();
      some.add(listener);
      listeners.set(id, some);
      return () => {
        some.delete(listener);
        if (some.size === 0) listeners.delete(id);
      };
    },
  };
};
