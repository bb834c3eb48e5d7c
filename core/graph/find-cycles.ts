import type { GraphNode } from './graph.ts';

/**
 * One cycle of each group of nodes that wait for each other, as ids, each waiting for the next; the first is named
 * again at the end. Without recursion: a cycle may have thousands of nodes.
 *
 * @param among ids of the nodes that are on a cycle or behind one
 */
export const findCycles = (
  nodes: readonly Pick<GraphNode, 'id' | 'deps'>[],
  among: readonly string[],
): readonly (readonly string[])[] => {
  const suspects = new Set(among);
  const deps = new Map<string, readonly string[]>();
  for (const node of nodes) {
    if (suspects.has(node.id))
      deps.set(
        node.id,
        node.deps.filter((dep) => suspects.has(dep)),
      );
  }
  return groupsOf(deps).flatMap((group) => cycleIn(group, deps));
};

type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * Strongly connected groups, in linear time.
 * R. Tarjan: Depth-First Search and Linear Graph Algorithms. SIAM Journal on Computing 1 (1972), with a stack of its
 * own instead of calls.
 */
const groupsOf = (deps: Dependencies): readonly (readonly string[])[] => {
  const found = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  const enter = (id: string) => {
    found.set(id, found.size);
    lowest.set(id, found.size - 1);
    open.push(id);
    isOpen.add(id);
  };
  const lower = (id: string, to: number) => lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  for (const root of deps.keys()) {
    if (found.has(root)) continue;
    enter(root);
    const walk = [{ id: root, next: 0 }];
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const dep = deps.get(at.id)?.[at.next];
      at.next += 1;
      if (dep === undefined) {
        walk.pop();
        const above = walk.at(-1);
        if (above) lower(above.id, lowest.get(at.id) as number);
        if (lowest.get(at.id) !== found.get(at.id)) continue;
        const group = open.splice(open.lastIndexOf(at.id));
        for (const id of group) isOpen.delete(id);
        groups.push(group);
      } else if (!found.has(dep)) {
        enter(dep);
        walk.push({ id: dep, next: 0 });
      } else if (isOpen.has(dep)) lower(at.id, found.get(dep) as number);
    }
  }
  return groups;
};

/** A cycle inside a group; none in a single node that does not wait for itself. */
const cycleIn = (group: readonly string[], deps: Dependencies): readonly (readonly string[])[] => {
  const members = new Set(group);
  const [start = ''] = group;
  if (group.length === 1 && !deps.get(start)?.includes(start)) return [];
  const path: string[] = [];
  const place = new Map<string, number>();
  let at = start;
  while (!place.has(at)) {
    place.set(at, path.length);
    path.push(at);
    // In a group of several every node waits for another of them.
    at = deps.get(at)?.find((dep) => members.has(dep)) ?? start;
  }
  return [[...path.slice(place.get(at)), at]];
};
