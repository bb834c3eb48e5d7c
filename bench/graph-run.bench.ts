import type { SessionId } from '../core/contract/index.ts';
import { beginProtocol } from '../core/orchestration/index.ts';
import { rowOf, withBare } from './bare-loop.ts';
import {
  commitsDuring,
  createdGraph,
  type GraphNodeData,
  openBenchEngine,
  shippedAgents,
} from './bench-engine.ts';
import { foldGraph } from './fold-graph.ts';
import { show, spread } from './spread.ts';

/**
 * What a task graph of nodes that do nothing costs a node: persisted (file database, synchronous=FULL, hash chain and
 * all) against a bare topological scheduler that writes the same rows in the same groups, and in memory, where only
 * the protocol runs.
 */
const REPEATS = 5;
const NODES = 10_000;
const PARALLEL = 64;

/** Layers of 50 nodes, each with up to three dependencies in the layer before. */
const layered = (size: number): readonly GraphNodeData[] =>
  Array.from({ length: size }, (_, node) => ({
    id: `n${node}`,
    prompt: `No ${node}`,
    deps:
      node < 50
        ? []
        : [...new Set([7, 13, 31].slice(0, 1 + (node % 3)).map((step) => node - 50 - ((node * step) % 50)))]
            .filter((dep) => dep >= 0)
            .map((dep) => `n${dep}`),
  }));

const chain = (size: number): readonly GraphNodeData[] =>
  Array.from({ length: size }, (_, node) => ({
    id: `n${node}`,
    prompt: `No ${node}`,
    deps: node === 0 ? [] : [`n${node - 1}`],
  }));

/** Kahn: counts dependencies down and calls nobody. */
const bareOrder = (nodes: readonly GraphNodeData[]): number => {
  const waits = new Map<string, number>();
  const dependants = new Map<string, string[]>();
  for (const { id, deps } of nodes) {
    waits.set(id, deps.length);
    for (const dep of deps) dependants.set(dep, [...(dependants.get(dep) ?? []), id]);
  }
  const order = nodes.filter(({ deps }) => deps.length === 0).map(({ id }) => id);
  for (let at = 0; at < order.length; at += 1) {
    for (const next of dependants.get(order[at] as string) ?? []) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order.length;
};

const perNode = async (count: number, work: () => Promise<unknown> | unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return ((performance.now() - started) * 1000) / count;
};

const engine = await openBenchEngine(0);
for (const [name, nodes] of [
  ['layers of 50', layered(NODES)],
  ['a chain', chain(NODES)],
] as const) {
  const persisted: number[] = [];
  const bare: number[] = [];
  let groups = 0;
  for (let repeat = -1; repeat < REPEATS; repeat += 1) {
    let one = 0;
    const commits = await commitsDuring(engine.store, async () => {
      const sessions: SessionId[] = [];
      one = await perNode(NODES, async () => {
        sessions.push(await engine.graph(nodes, PARALLEL, repeat + 2));
      });
      return sessions;
    });
    const rows = commits.map((events) => events.map(rowOf));
    const bareOne = await withBare((write) =>
      perNode(NODES, () => {
        bareOrder(nodes);
        for (const group of rows) write(group);
      }),
    );
    // The first round warms everything up.
    if (repeat < 0) continue;
    groups = rows.length;
    persisted.push(one);
    bare.push(bareOne);
  }
  const ratios = persisted.map((value, index) => value / (bare[index] ?? Number.NaN));
  console.log(
    `${NODES} nodes, ${name}, persisted: microseconds a node, median of ${REPEATS} (lowest to highest)`,
  );
  console.log(`  engine                 ${show(spread(persisted))}, ${groups} commits`);
  console.log(`  bare, same groups      ${show(spread(bare))}`);
  console.log(`  ratio                  ${show(spread(ratios), 2)}   (goal: at most 2)`);
}
await engine.close();

const heapUsed = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** Microseconds and bytes a node; a function of its own, so that nothing of the run before is held. */
const measured = (created: ReturnType<typeof createdGraph>, size: number) => {
  const before = heapUsed();
  const protocol = beginProtocol(created);
  const started = performance.now();
  foldGraph(protocol);
  const time = ((performance.now() - started) * 1000) / size;
  const held = (heapUsed() - before) / size;
  if (protocol.next().length > 0) throw new Error('the graph did not end');
  return { time, held };
};

const agents = shippedAgents();
const inMemory: number[] = [];
for (const size of [1_000, 10_000, 100_000]) {
  const created = createdGraph(agents, layered(size), PARALLEL, 1);
  const times: number[] = [];
  const heaps: number[] = [];
  for (let repeat = -2; repeat < (size > 10_000 ? 3 : 9); repeat += 1) {
    const { time, held } = measured(created, size);
    if (repeat < 0) continue;
    times.push(time);
    heaps.push(held);
  }
  inMemory.push(spread(times).median);
  console.log(
    `${size} nodes, the protocol alone: ${show(spread(times), 2)} microseconds a node, ${spread(heaps).median.toFixed(0)} bytes a node held`,
  );
}
console.log(
  `cost a node, 10,000 against 1,000: ${((inMemory[1] ?? 0) / (inMemory[0] ?? 1)).toFixed(2)}   (goal: at most 1.5)`,
);
