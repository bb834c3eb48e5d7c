import { createSchedule, type ScheduledNode } from '../core/graph/index.ts';
import { show, spread } from './spread.ts';

/**
 * What the schedule of a task graph costs in memory, beside the least that any scheduler does: counting dependencies
 * down (Kahn), on the same graph, in the same run. No node does anything.
 */
const REPEATS = 15;

type Nodes = readonly ScheduledNode[];

/** Layers of 50 nodes, each with up to three dependencies in the layer before. */
const layered = (size: number): Nodes =>
  Array.from({ length: size }, (_, node) => ({
    deps:
      node < 50
        ? []
        : [
            ...new Set([7, 13, 31].slice(0, 1 + (node % 3)).map((step) => node - 50 - ((node * step) % 50))),
          ].filter((dep) => dep >= 0),
    agent: `agent-${node % 7}`,
    provider: `provider-${node % 3}`,
  }));

const chain = (size: number): Nodes =>
  Array.from({ length: size }, (_, node) => ({ deps: node === 0 ? [] : [node - 1] }));

const bare = (nodes: Nodes): number => {
  const waits = new Int32Array(nodes.length);
  const dependants: number[][] = nodes.map(() => []);
  nodes.forEach(({ deps }, node) => {
    waits[node] = deps.length;
    for (const dep of deps) dependants[dep]?.push(node);
  });
  const order: number[] = [];
  waits.forEach((left, node) => {
    if (left === 0) order.push(node);
  });
  for (let at = 0; at < order.length; at += 1) {
    for (const next of dependants[order[at] as number] as number[]) {
      const left = (waits[next] as number) - 1;
      waits[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return order.length;
};

/** The same over ids, as they stand in a file: what a scheduler is that looks nothing up beforehand. */
const bareById = (nodes: Nodes): number => {
  const waits = new Map<string, number>();
  const dependants = new Map<string, string[]>();
  nodes.forEach((_, node) => {
    dependants.set(idOf(node), []);
  });
  nodes.forEach(({ deps }, node) => {
    waits.set(idOf(node), deps.length);
    for (const dep of deps) dependants.get(idOf(dep))?.push(idOf(node));
  });
  const order = [...waits].flatMap(([id, left]) => (left === 0 ? [id] : []));
  for (let at = 0; at < order.length; at += 1) {
    for (const next of dependants.get(order[at] as string) as string[]) {
      const left = (waits.get(next) as number) - 1;
      waits.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order.length;
};

const ids: string[] = [];
const idOf = (node: number): string => {
  while (ids.length <= node) ids.push(`node-${ids.length}`);
  return ids[node] as string;
};

const scheduled =
  (limits: Parameters<typeof createSchedule>[0]) =>
  (nodes: Nodes): number => {
    const schedule = createSchedule(limits);
    schedule.add(nodes);
    const running: number[] = [];
    let ended = 0;
    for (;;) {
      for (let due = schedule.due(); due !== undefined; due = schedule.due()) {
        schedule.start(due.node);
        running.push(due.node);
      }
      const next = running.shift();
      if (next === undefined) return ended;
      schedule.settle(next, 'done');
      ended += 1;
    }
  };

/** Microseconds of processor time a node, so that what else runs does not count. Small graphs are run more often. */
const cost = (run: (nodes: Nodes) => number, nodes: Nodes): number => {
  const times = Math.max(2, Math.round(100_000 / nodes.length));
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) {
    if (run(nodes) !== nodes.length) throw new Error('Not every node ended.');
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / (times * nodes.length);
};

const wide = { total: 64 };
const bounded = { total: 16, agent: 3, provider: { 'provider-0': 4, 'provider-1': 5, 'provider-2': 6 } };

/** Ratios are of the medians. */
const measure = (title: string, limits: typeof wide, of: (size: number) => Nodes) => {
  const columns = {
    bare: [] as number[],
    byId: [] as number[],
    one: [] as number[],
    ten: [] as number[],
    hundred: [] as number[],
  };
  const [one, ten, hundred] = [of(1_000), of(10_000), of(100_000)];
  const run = scheduled(limits);
  for (let warm = 0; warm < 3; warm += 1) [bare(ten), bareById(ten), run(ten), run(one)];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    columns.bare.push(cost(bare, ten));
    columns.byId.push(cost(bareById, ten));
    columns.one.push(cost(run, one));
    columns.ten.push(cost(run, ten));
    columns.hundred.push(cost(run, hundred));
  }
  const ratio = (a: readonly number[], b: readonly number[]) =>
    (spread(a).median / spread(b).median).toFixed(2);
  console.log(`\n${title}, in microseconds a node: median (lowest to highest)`);
  console.table({
    'bare by number, 10,000': show(spread(columns.bare), 2),
    'bare by id, 10,000': show(spread(columns.byId), 2),
    'schedule, 1,000': show(spread(columns.one), 2),
    'schedule, 10,000': show(spread(columns.ten), 2),
    'schedule, 100,000': show(spread(columns.hundred), 2),
    'schedule / bare by id (at most 10)': ratio(columns.ten, columns.byId),
    'schedule / bare by number': ratio(columns.ten, columns.bare),
    '10,000 / 1,000 (at most 1.5)': ratio(columns.ten, columns.one),
  });
};

measure('Layers of 50, 64 at once', wide, layered);
measure('Layers of 50, bounds of agents and providers', bounded, layered);
measure('A chain', wide, chain);
measure('All at once', wide, (size) => Array.from({ length: size }, () => ({ deps: [] })));

/** Heap and array buffers held by a schedule of so many nodes, in bytes a node. */
const held = (size: number): number => {
  const nodes = layered(size);
  const used = () => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const schedule = createSchedule(wide);
  schedule.add(nodes);
  const after = used();
  if (schedule.size() !== size) throw new Error('Not every node was added.');
  return (after - before) / size;
};
if (globalThis.gc) {
  console.log(
    `\nMemory in bytes a node: ${[1_000, 10_000, 100_000].map((size) => `${size}: ${held(size).toFixed(0)}`).join(', ')}`,
  );
}
