import { createHeap, type Heap } from './heap.ts';

/** What may hold so many running nodes at once. */
interface Bound {
  readonly limit: number;
  used: number;
  /** Lanes of it among those that can be chosen. */
  offered: number;
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
  /** Takes a node out that was pushed; `isWaiting` must already deny it. */
  readonly leave: (lane: number, node: number) => void;
  /** One more, or one less, of a lane is running. */
  readonly occupy: (lane: number) => void;
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
      offered: 0,
      parked: createHeap(isLaneBefore, places),
    };
    bounds.set(name, found);
    return found;
  };
  const fullOf = (lane: Lane): Bound | undefined => lane.bounds.find(({ used, limit }) => used >= limit);
  const put = (number: number, lane: Lane, place: 'offered' | Bound) => {
    lane.place = place;
    if (place !== 'offered') return place.parked.push(number);
    for (const bound of lane.bounds) bound.offered += 1;
    return offered.push(number);
  };
  const take = (number: number, lane: Lane) => {
    if (lane.place === 'nowhere') return;
    if (lane.place === 'offered') {
      offered.remove(number);
      for (const bound of lane.bounds) bound.offered -= 1;
    } else lane.place.parked.remove(number);
    lane.place = 'nowhere';
  };
  /** Offers as many parked lanes as a bound has room for. */
  const fill = (bound: Bound) => {
    while (bound.offered < bound.limit - bound.used) {
      const number = bound.parked.first();
      if (number === undefined) return;
      const lane = lanes[number] as Lane;
      take(number, lane);
      put(number, lane, fullOf(lane) ?? 'offered');
    }
  };
  const dropGone = (nodes: Heap) => {
    for (let node = nodes.first(); node !== undefined && !isWaiting(node); node = nodes.first()) nodes.pop();
  };
  const firstBound = (): number | undefined => {
    for (let number = offered.first(); number !== undefined; number = offered.first()) {
      const lane = lanes[number] as Lane;
      const full = fullOf(lane);
      if (!full) return number;
      take(number, lane);
      put(number, lane, full);
      for (const bound of lane.bounds) fill(bound);
    }
    return undefined;
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
        put(number, lane, fullOf(lane) ?? 'offered');
      }
    },
    first: () => {
      const number = firstBound();
      const bound = number === undefined ? undefined : head(number);
      const free = unbound.first();
      if (bound === undefined || free === undefined) return bound ?? free;
      return isBefore(bound, free) ? bound : free;
    },
    leave: (number, node) => {
      const lane = lanes[number];
      if (!lane) return dropGone(unbound);
      if (lane.nodes.first() !== node) return;
      const { place } = lane;
      take(number, lane);
      dropGone(lane.nodes);
      if (lane.nodes.size() > 0) put(number, lane, place === 'nowhere' ? 'offered' : place);
      for (const bound of lane.bounds) fill(bound);
    },
    occupy: (number) => {
      for (const bound of lanes[number]?.bounds ?? []) bound.used += 1;
    },
    release: (number) => {
      const lane = lanes[number];
      for (const bound of lane?.bounds ?? []) bound.used -= 1;
      for (const bound of lane?.bounds ?? []) fill(bound);
    },
  };
};
