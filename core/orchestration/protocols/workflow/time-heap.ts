/** What comes up at a time; of equal times what came first. */
interface Timed {
  readonly time: number;
  readonly order: number;
}

const isBefore = (a: Timed, b: Timed): boolean => a.time < b.time || (a.time === b.time && a.order < b.order);

/** A binary heap in an array: what comes up first stands first. */
export const pushOnto = <T extends Timed>(heap: T[], item: T): void => {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as T;
    if (!isBefore(item, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = item;
};

export const popFrom = <T extends Timed>(heap: T[]): T | undefined => {
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
