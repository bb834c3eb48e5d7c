import { comesBefore, popFrom, pushOnto } from './node-heap.ts';

export interface ScheduleItem {
  readonly id: string;
  readonly deps: readonly string[];
  /** The way that a dependency must have gone; undefined: either. */
  readonly portOf: (dep: string) => string | undefined;
  /** Who works on it; null: nobody, and no limit counts for it. */
  readonly lane: string | null;
  /** Waits for `release` beside its dependencies. */
  readonly isHeld?: boolean;
}

/** How a node came out, as far as those behind it are concerned. */
export type NodeResult =
  | { readonly kind: 'done'; readonly branch: string | null }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failed' };

/** A node that will never start, and the node because of which. */
export interface Settled {
  readonly id: string;
  readonly kind: 'skipped' | 'blocked';
  readonly because: string;
}

export interface ScheduleLimits {
  readonly total: number;
  /** Whether another node of the lane may start beside those that run. */
  readonly mayStart: (lane: string) => boolean;
}

interface Entry {
  readonly id: string;
  readonly order: number;
  rank: number;
  level: number;
  lane: string | null;
  /** Dependencies that have not ended, and one more while it is held. */
  waits: number;
  /** Dependencies that were not skipped. */
  live: number;
  readonly hasDeps: boolean;
  readonly dependants: { readonly entry: Entry; readonly port: string | undefined }[];
  /** Set by the first dependency that keeps it from starting. */
  kept: { readonly kind: 'skipped' | 'blocked'; readonly because: string } | null;
  state: 'waiting' | 'ready' | 'taken' | 'ended';
  holdsPlace: boolean;
}

/**
 * Which node starts next: every dependency before its dependant, no more at once than the limits allow, the longest
 * way to the end first, then the order of the file. Each node and edge is touched once; nothing is ever gone through
 * again. Ids that no node has count as no dependency.
 */
export interface Schedule {
  /** Adds nodes that depend on each other and on nodes that are there. `rank`: of the node that they belong to. */
  readonly add: (items: readonly ScheduleItem[], rank?: number) => readonly Settled[];
  /** The node to start next, without starting it; undefined where none may. */
  readonly peek: () => string | undefined;
  readonly start: (id: string) => void;
  /** Back among those that may start, in another lane where another agent takes over. It keeps its place. */
  readonly again: (id: string, lane: string | null) => void;
  readonly release: (id: string) => void;
  /** Ends a node, whether it was started or not; gives those that will therefore never start. */
  readonly end: (id: string, result: NodeResult) => readonly Settled[];
  readonly levelOf: (id: string) => number;
  readonly rankOf: (id: string) => number;
}

export const createSchedule = (limits: ScheduleLimits): Schedule => {
  const entries = new Map<string, Entry>();
  /** Ready nodes by lane. */
  const lanes = new Map<string | null, Entry[]>();
  let places = 0;

  const makeReady = (entry: Entry): void => {
    entry.state = 'ready';
    const lane = lanes.get(entry.lane);
    if (lane) pushOnto(lane, entry);
    else lanes.set(entry.lane, [entry]);
  };

  /** Looks at a node of which nothing is waited for any more. */
  const settle = (entry: Entry, settled: Settled[]): void => {
    if (entry.waits > 0 || entry.state !== 'waiting') return;
    if (entry.kept) settled.push({ id: entry.id, ...entry.kept });
    else makeReady(entry);
  };

  /** What is over already is taken out when it comes up. */
  const firstOf = (lane: Entry[]): Entry | undefined => {
    while (lane.length > 0 && lane[0]?.state !== 'ready') popFrom(lane);
    return lane[0];
  };

  const best = (): Entry | undefined => {
    let found: Entry | undefined;
    for (const [lane, heap] of lanes) {
      const first = firstOf(heap);
      if (!first || (found && !comesBefore(first, found))) continue;
      if (lane === null || (mayTake(first) && limits.mayStart(lane))) found = first;
    }
    return found;
  };

  const mayTake = (entry: Entry): boolean => entry.holdsPlace || places < limits.total;

  return {
    add: (items, rank = 0) => {
      const added: Entry[] = [];
      for (const item of items) {
        const entry: Entry = {
          id: item.id,
          order: entries.size,
          rank: 0,
          level: 0,
          lane: item.lane,
          waits: item.isHeld ? 1 : 0,
          live: 0,
          hasDeps: item.deps.length > 0,
          dependants: [],
          kept: null,
          state: 'waiting',
          holdsPlace: false,
        };
        entries.set(item.id, entry);
        added.push(entry);
      }
      for (const [index, item] of items.entries()) {
        const entry = added[index] as Entry;
        for (const dep of item.deps) {
          const before = entries.get(dep);
          if (!before || before === entry || before.state === 'ended') continue;
          entry.waits += 1;
          before.dependants.push({ entry, port: item.portOf(dep) });
        }
      }
      rankEntries(added, rank);
      const settled: Settled[] = [];
      for (const entry of added) settle(entry, settled);
      return settled;
    },
    peek: () => best()?.id,
    start: (id) => {
      const entry = entries.get(id);
      if (entry?.state !== 'ready') return;
      entry.state = 'taken';
      if (entry.lane !== null && !entry.holdsPlace) {
        entry.holdsPlace = true;
        places += 1;
      }
    },
    again: (id, lane) => {
      const entry = entries.get(id);
      if (entry?.state !== 'taken') return;
      entry.lane = lane;
      makeReady(entry);
    },
    release: (id) => {
      const entry = entries.get(id);
      if (!entry || entry.waits === 0) return;
      entry.waits -= 1;
      settle(entry, []);
    },
    end: (id, result) => {
      const entry = entries.get(id);
      if (!entry || entry.state === 'ended') return [];
      entry.state = 'ended';
      if (entry.holdsPlace) places -= 1;
      const settled: Settled[] = [];
      for (const { entry: next, port } of entry.dependants) {
        if (next.state !== 'waiting') continue;
        next.waits -= 1;
        const kept = keptBy(id, result, port);
        if (result.kind !== 'skipped') next.live += 1;
        if (kept && next.kept?.kind !== 'blocked')
          next.kept = kept.kind === 'blocked' ? kept : (next.kept ?? kept);
        if (next.waits === 0 && next.live === 0) next.kept ??= { kind: 'skipped', because: id };
        settle(next, settled);
      }
      entry.dependants.length = 0;
      return settled;
    },
    levelOf: (id) => entries.get(id)?.level ?? 0,
    rankOf: (id) => entries.get(id)?.rank ?? 0,
  };
};

const keptBy = (id: string, result: NodeResult, port: string | undefined): Entry['kept'] => {
  if (result.kind === 'failed') return { kind: 'blocked', because: id };
  if (port === undefined) return null;
  return result.kind === 'done' && result.branch === port ? null : { kind: 'skipped', because: id };
};

/** Levels in the order of dependencies, ranks against it; without recursion, so that a chain may be as long as it likes. */
const rankEntries = (added: readonly Entry[], base: number): void => {
  const left = new Map<Entry, number>();
  for (const entry of added) left.set(entry, 0);
  for (const entry of added) {
    for (const { entry: next } of entry.dependants) left.set(next, (left.get(next) ?? 0) + 1);
  }
  const order = added.filter((entry) => left.get(entry) === 0);
  for (let at = 0; at < order.length; at += 1) {
    const entry = order[at] as Entry;
    for (const { entry: next } of entry.dependants) {
      next.level = Math.max(next.level, entry.level + 1);
      const rest = (left.get(next) ?? 0) - 1;
      left.set(next, rest);
      if (rest === 0) order.push(next);
    }
  }
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const entry = order[at] as Entry;
    entry.rank = base + 1;
    for (const { entry: next } of entry.dependants) entry.rank = Math.max(entry.rank, next.rank + 1);
  }
};
