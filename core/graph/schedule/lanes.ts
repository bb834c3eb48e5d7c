import { createHeap, type Heap } from './heap.ts';

/** What may hold so many running nodes at once. */
interface Bound {
  readonly limit: number;
  used: number;
  /** Lanes with nodes that wait until it has room. */
  readonly parked: Heap;
}

/** Nodes that fall under the same bounds; the first of them stands for all. */
interface Lane {
  readonly bounds: readonly Bound[];
  readonly nodes: Heap;
  /** Where it is: among those that can be chosen, parked at a bound, or nowhere because it is empty. */
  place: 'offered' | 'nowhere' | Bound;
}

export interface Lanes {
  /** A new lane; -1 stands for nodes without bounds. Bounds are by name, each with the limit of its first use. */
  readonly open: (bounds: readonly (readonly [name: string, limit: number])[]) => number;
  readonly push: (lane: number, node: number) => void;
  /** The best node whose bounds all have room. */
  readonly first: () => number | undefined;
  /** A node that was pushed is running now, or gone; `isWaiting` must already deny it. */
  readonly start: (lane: number, node: number) => void;
  readonly drop: (lane: number, node: number) => void;
  /** One of a lane that was running is not any more. */
  readonly release: (lane: number) => void;
}

/**
 * Ready nodes under bounds. A full bound costs nothing: its lanes are parked and come back one for each place that
 * becomes free. Every step is O(log n) where each lane falls under one bound that is full, as with agents that have
 * one provider each; else a step may look at all lanes of a bound once.
 */
export const createLanes = (
  isBefore: (a: number, b: number) => boolean,
  isWaiting: (node: number) => boolean,
): Lanes => {
  const lanes: Lane[] = [];
  const bounds = new Map<string, Bound>();
  const places: number[] = [];
  const head = (lane: number): number | undefined => lanes[lane]?.nodes.first();
  const isLaneBefore = (a: number, b: number) => isBefore(head(a) as number, head(b) as number);
  const offered = createHeap(isLaneBefore, places);
  /** Nodes without bounds. */
  const unbound = createHeap(isBefore);

  const boundOf = (name: string, limit: number): Bound => {
    const found = bounds.get(name) ?? {
      limit,
      used: 0,
      parked: createHeap(isLaneBefore, places),
    };
    bounds.set(name, found);
    return found;
  };
  const fullOf = ({ bounds: all }: Lane): Bound | undefined => {
    for (const bound of all) if (bound.used >= bound.limit) return bound;
    return undefined;
  };
  const heapOf = (place: 'offered' | Bound): Heap => (place === 'offered' ? offered : place.parked);
  const put = (number: number, lane: Lane) => {
    lane.place = fullOf(lane) ?? 'offered';
    heapOf(lane.place).push(number);
  };
  const take = (number: number, lane: Lane) => {
    if (lane.place !== 'nowhere') heapOf(lane.place).remove(number);
    lane.place = 'nowhere';
  };
  /**
   * Offers the best parked lane of a bound that has room. One is enough whenever a place became free or an offered
   * lane went back: of the lanes that could take the places, all others are offered already.
   */
  const offerOne = (bound: Bound) => {
    if (bound.used >= bound.limit) return;
    for (let number = bound.parked.first(); number !== undefined; number = bound.parked.first()) {
      const lane = lanes[number] as Lane;
      take(number, lane);
      put(number, lane);
      if (lane.place === 'offered') return;
    }
  };
  const dropGone = (nodes: Heap) => {
    for (let node = nodes.first(); node !== undefined && !isWaiting(node); node = nodes.first()) nodes.pop();
  };
  const firstBound = (): number | undefined => {
    for (let number = offered.first(); number !== undefined; number = offered.first()) {
      const lane = lanes[number] as Lane;
      if (!fullOf(lane)) return number;
      take(number, lane);
      put(number, lane);
      for (const bound of lane.bounds) offerOne(bound);
    }
    return undefined;
  };

  /** True where another node stands for the lane now, or none. */
  const leave = (number: number, node: number): boolean => {
    const lane = lanes[number];
    const nodes = lane?.nodes ?? unbound;
    if (lane && nodes.first() !== node) return false;
    dropGone(nodes);
    if (!lane) return true;
    if (nodes.size() === 0) take(number, lane);
    else if (lane.place !== 'nowhere') heapOf(lane.place).update(number);
    return true;
  };

  return {
    open: (given) => {
      const of = given.map(([bound, limit]) => boundOf(bound, limit));
      lanes.push({ bounds: of, nodes: createHeap(isBefore), place: 'nowhere' });
      return lanes.length - 1;
    },
    push: (number, node) => {
      const lane = lanes[number];
      if (!lane) return unbound.push(node);
      lane.nodes.push(node);
      if (lane.nodes.first() !== node) return;
      if (lane.place === 'offered') offered.update(number);
      else {
        take(number, lane);
        put(number, lane);
      }
    },
    first: () => {
      const number = firstBound();
      const bound = number === undefined ? undefined : head(number);
      const free = unbound.first();
      if (bound === undefined || free === undefined) return bound ?? free;
      return isBefore(bound, free) ? bound : free;
    },
    start: (number, node) => {
      for (const bound of lanes[number]?.bounds ?? []) bound.used += 1;
      leave(number, node);
    },
    drop: (number, node) => {
      if (leave(number, node)) for (const bound of lanes[number]?.bounds ?? []) offerOne(bound);
    },
    release: (number) => {
      const lane = lanes[number];
      for (const bound of lane?.bounds ?? []) bound.used -= 1;
      for (const bound of lane?.bounds ?? []) offerOne(bound);
    },
  };
};
