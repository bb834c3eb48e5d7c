/** A binary heap of numbers. */
export interface Heap {
  readonly size: () => number;
  readonly first: () => number | undefined;
  readonly push: (item: number) => void;
  readonly pop: () => number | undefined;
  /** Puts an item right whose order has changed. Needs `places`. */
  readonly update: (item: number) => void;
  /** Takes out an item that is in the heap. Needs `places`. */
  readonly remove: (item: number) => void;
}

/**
 * J. W. J. Williams: Algorithm 232, Heapsort. Communications of the ACM 7 (1964).
 *
 * @param isBefore must not change its mind about two items that are in it, but for the one that `update` names
 * @param places where each item stands, kept up to date; heaps that share no item can share it
 */
export const createHeap = (isBefore: (a: number, b: number) => boolean, places?: number[]): Heap => {
  const items: number[] = [];
  const put = (item: number, place: number) => {
    items[place] = item;
    if (places) places[item] = place;
  };
  const rise = (item: number, from: number): number => {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = items[above] as number;
      if (!isBefore(item, other)) break;
      put(other, place);
      place = above;
    }
    put(item, place);
    return place;
  };
  const sink = (item: number, from: number) => {
    const size = items.length;
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && isBefore(items[below + 1] as number, items[below] as number)) below += 1;
      const other = items[below] as number;
      if (!isBefore(other, item)) break;
      put(other, place);
      place = below;
    }
    put(item, place);
  };
  const removeAt = (place: number) => {
    const last = items.pop();
    if (last === undefined || place === items.length) return;
    if (rise(last, place) === place) sink(last, place);
  };
  return {
    size: () => items.length,
    first: () => items[0],
    push: (item) => {
      items.push(item);
      rise(item, items.length - 1);
    },
    pop: () => {
      const first = items[0];
      if (first !== undefined) removeAt(0);
      return first;
    },
    update: (item) => {
      const place = places?.[item] ?? 0;
      if (rise(item, place) === place) sink(item, place);
    },
    remove: (item) => removeAt(places?.[item] ?? 0),
  };
};
