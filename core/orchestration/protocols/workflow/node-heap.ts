/** What decides between nodes that could start now. */
export interface Ranked {
  /** Nodes on the longest way to the end; the longest goes first. */
  readonly rank: number;
  /** Place of the file; of equal ranks the first goes first. */
  readonly order: number;
}

const isBefore = (a: Ranked, b: Ranked): boolean =>
  a.rank > b.rank || (a.rank === b.rank && a.order < b.order);

/** A binary heap in an array: the first to start stands first. */
export const pushOnto = <T extends Ranked>(heap: T[], node: T): void => {
  let at = heap.length;
  heap.push(node);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as T;
    if (!isBefore(node, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = node;
};

export const popFrom = <T extends Ranked>(heap: T[]): T | undefined => {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as T, heap[below] as T)) below += 1;
    const child = heap[below] as T;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = last;
  return first;
};

export const comesBefore = isBefore;
