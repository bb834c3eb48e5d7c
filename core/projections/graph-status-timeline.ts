import type { NodeRun } from '../contract/index.ts';

/** A bar of the timeline. Milliseconds since the epoch. */
export interface TimelineRow {
  readonly node: NodeRun;
  /** When nothing that it waits for was left; later than this it waited for a free place. */
  readonly readyAt: number;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
}

/** Every node that has started, in the order in which they did. `begunAt`: when the session was created. */
export const timelineOf = (nodes: readonly NodeRun[], begunAt: number): readonly TimelineRow[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const steps = endsOfSteps(nodes, byId);
  return nodes
    .flatMap((node): readonly TimelineRow[] => {
      const { started_at: startedAt, ended_at: endedAt } = node;
      if (startedAt === null) return [];
      const waits = node.deps.map((dep) => byId.get(dep)?.ended_at ?? begunAt);
      const parent = byId.get(node.parent ?? '')?.started_at ?? begunAt;
      const step = lastUntil(steps.get(node.parent ?? '') ?? [], startedAt) ?? begunAt;
      const readyAt = Math.min(startedAt, Math.max(begunAt, parent, step, ...waits));
      return [{ node, startedAt, endedAt, readyAt }];
    })
    .sort((left, right) => left.startedAt - right.startedAt);
};

/** When what was added to a node ended; items of a list wait for no other item, rounds and plans do. */
const endsOfSteps = (
  nodes: readonly NodeRun[],
  byId: ReadonlyMap<string, NodeRun>,
): ReadonlyMap<string, readonly number[]> => {
  const ends = new Map<string, number[]>();
  for (const { parent, ended_at: at } of nodes) {
    if (parent === null || at === null || byId.get(parent)?.kind === 'map') continue;
    const some = ends.get(parent);
    if (some) some.push(at);
    else ends.set(parent, [at]);
  }
  for (const some of ends.values()) some.sort((left, right) => left - right);
  return ends;
};

const lastUntil = (sorted: readonly number[], time: number): number | undefined =>
  sorted[countUntil(sorted, time, (at) => at) - 1];

/** How many of a sorted list are not later than a time. */
const countUntil = <T>(sorted: readonly T[], time: number, timeOf: (item: T) => number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(sorted[middle] as T) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
};

export interface CriticalPath {
  /** Ids, the first of the run first. */
  readonly nodes: readonly string[];
  /** Milliseconds from the start of the first to the end of the last. */
  readonly lasted: number;
  /** Milliseconds of it in which a node of the path ran; the rest was waiting for a free place, a person, a pause. */
  readonly worked: number;
}

const noPath: CriticalPath = { nodes: [], lasted: 0, worked: 0 };

/**
 * The chain that decided how long the run took. Walked backwards from the node that ended last: what came before a
 * node is the dependency that ended last, for only then could it start (the critical path of a program activity
 * graph; Yang and Miller, "Critical path analysis for the execution of parallel and distributed programs", ICDCS
 * 1988). A node that others were added to ended when the last of them did, so the way leads through them; of those
 * without dependencies, the one before is the one beside it that ended last before it started. Running nodes count
 * until `now`, in milliseconds since the epoch. Linear in the nodes and their dependencies.
 */
export const criticalPath = (nodes: readonly NodeRun[], now: number): CriticalPath => {
  const byId = new Map<string, Ran>();
  for (const node of nodes) {
    if (node.started_at !== null) {
      byId.set(node.id, { node, from: node.started_at, to: node.ended_at ?? now });
    }
  }
  const added = new Map<string, Ran[]>();
  for (const ran of byId.values()) {
    const { parent } = ran.node;
    if (parent === null) continue;
    const beside = added.get(parent);
    if (beside) beside.push(ran);
    else added.set(parent, [ran]);
  }
  for (const beside of added.values()) beside.sort((left, right) => left.to - right.to);
  const path: Ran[] = [];
  const seen = new Set<string>();
  let ran = latest([...byId.values()].filter(({ node }) => node.parent === null));
  while (ran !== undefined && !seen.has(ran.node.id)) {
    seen.add(ran.node.id);
    const inside = latest(added.get(ran.node.id) ?? []);
    if (inside === undefined) path.push(ran);
    ran = inside ?? before(ran, byId, added, seen);
  }
  const [last, first] = [path[0], path.at(-1)];
  if (last === undefined || first === undefined) return noPath;
  return {
    nodes: path.map(({ node }) => node.id).reverse(),
    lasted: last.to - first.from,
    worked: path.reduce((sum, { from, to }) => sum + to - from, 0),
  };
};

interface Ran {
  readonly node: NodeRun;
  readonly from: number;
  readonly to: number;
}

const latest = (some: readonly Ran[]): Ran | undefined =>
  some.reduce<Ran | undefined>(
    (best, one) => (best === undefined || one.to > best.to ? one : best),
    undefined,
  );

const before = (
  { node, from }: Ran,
  byId: ReadonlyMap<string, Ran>,
  added: ReadonlyMap<string, readonly Ran[]>,
  seen: ReadonlySet<string>,
): Ran | undefined => {
  const dependency = latest(node.deps.flatMap((dep) => byId.get(dep) ?? []));
  if (dependency !== undefined || node.parent === null) return dependency;
  const parent = byId.get(node.parent);
  return (
    lastBefore(added.get(node.parent) ?? [], from, seen) ?? (parent && before(parent, byId, added, seen))
  );
};

/** The one that ended last before a time and was not met yet; `beside` is sorted by its ends. */
const lastBefore = (beside: readonly Ran[], time: number, seen: ReadonlySet<string>): Ran | undefined => {
  for (let place = countUntil(beside, time, ({ to }) => to) - 1; place >= 0; place -= 1) {
    const one = beside[place];
    if (one && !seen.has(one.node.id)) return one;
  }
  return undefined;
};
