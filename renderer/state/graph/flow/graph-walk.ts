import type { Graph } from '../../../../core/graph/index.ts';

/** Which nodes stand before and behind each node. */
export interface Neighbours {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

export const neighboursOf = ({ nodes }: Pick<Graph, 'nodes'>): Neighbours => {
  const before = new Map<string, readonly string[]>();
  const behind = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, deps } of nodes) {
    before.set(
      id,
      deps.filter((dep) => behind.has(dep) && dep !== id),
    );
    for (const dep of deps) if (dep !== id) behind.get(dep)?.push(id);
  }
  return { before, behind };
};

/** Everything reached from these nodes in one direction, they themselves included. */
export const reachedFrom = (
  start: Iterable<string>,
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const reached = new Set(start);
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  return reached;
};

/**
 * The way from `to` back to `from` that a wire between them would close to a cycle, as ids from `to` over `from` to
 * `to` again; null where there is none.
 */
export const cycleThrough = ({ before }: Neighbours, from: string, to: string): readonly string[] | null => {
  if (from === to) return [to, to];
  const cameBy = new Map<string, string>();
  const queue = [from];
  for (let index = 0; index < queue.length; index += 1) {
    const at = queue[index] as string;
    for (const dep of before.get(at) ?? []) {
      if (cameBy.has(dep) || dep === from) continue;
      cameBy.set(dep, at);
      if (dep === to) return [...wayBack(cameBy, to, from), to];
      queue.push(dep);
    }
  }
  return null;
};

const wayBack = (cameBy: ReadonlyMap<string, string>, start: string, end: string): string[] => {
  const way = [start];
  for (let at = start; at !== end; ) {
    at = cameBy.get(at) ?? end;
    way.push(at);
  }
  return way;
};

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Where an arrow key leads from a node: the nearest in that direction, straight ahead rather than aside. */
export const nodeTowards = (
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
  from: Placed,
  nodes: readonly Placed[],
): string | undefined => {
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const node of nodes) {
    if (node.id === from.id) continue;
    const ahead = distanceAhead(key, node.x - from.x, node.y - from.y);
    if (ahead.along <= 0) continue;
    const cost = ahead.along + ahead.aside * 2;
    if (best === undefined || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id;
};

const distanceAhead = (key: string, x: number, y: number) => {
  if (key === 'ArrowLeft') return { along: -x, aside: Math.abs(y) };
  if (key === 'ArrowRight') return { along: x, aside: Math.abs(y) };
  return { along: key === 'ArrowUp' ? -y : y, aside: Math.abs(x) };
};
