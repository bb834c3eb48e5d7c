import type { NodeRun } from '../../../core/contract/index.ts';

/** What a node and all that was added to it come to. */
export interface GroupSum {
  /** Nodes that were added, to any depth. */
  readonly nodes: number;
  readonly ended: number;
  readonly failed: number;
  readonly running: number;
  readonly awaiting: number;
  /** Micro-USD, of the node itself too; null where a cost is unknown. */
  readonly microUsd: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface RunTree {
  readonly byId: ReadonlyMap<string, NodeRun>;
  /** Nodes of the file, in its order. */
  readonly roots: readonly NodeRun[];
  /** By the node that they were added to. */
  readonly children: ReadonlyMap<string, readonly NodeRun[]>;
  /** Of nodes that others were added to. */
  readonly sums: ReadonlyMap<string, GroupSum>;
}

/** Who was added to whom. Nodes come after the one that they were added to. Linear. */
export const runTree = (nodes: readonly NodeRun[]): RunTree => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, NodeRun[]>();
  const roots: NodeRun[] = [];
  for (const node of nodes) {
    if (node.parent === null || !byId.has(node.parent)) {
      roots.push(node);
      continue;
    }
    const beside = children.get(node.parent);
    if (beside) beside.push(node);
    else children.set(node.parent, [node]);
  }
  return { byId, roots, children, sums: sumsOf(nodes, byId) };
};

type Growing = { -readonly [K in keyof GroupSum]: GroupSum[K] };

const sumsOf = (
  nodes: readonly NodeRun[],
  byId: ReadonlyMap<string, NodeRun>,
): ReadonlyMap<string, GroupSum> => {
  const sums = new Map<string, Growing>();
  for (const node of nodes.toReversed()) {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    if (parent === undefined || parent === node) continue;
    const inside = sums.get(node.id);
    const own = inside ?? ownSum(node);
    const sum = sums.get(parent.id) ?? ownSum(parent);
    sums.set(parent.id, {
      nodes: sum.nodes + 1 + (inside?.nodes ?? 0),
      ended: sum.ended + (node.ended_at === null ? 0 : 1) + (inside?.ended ?? 0),
      failed: sum.failed + (node.status === 'failed' ? 1 : 0) + (inside?.failed ?? 0),
      running: sum.running + (isAtWork(node) ? 1 : 0) + (inside?.running ?? 0),
      awaiting: sum.awaiting + (node.status === 'awaiting' ? 1 : 0) + (inside?.awaiting ?? 0),
      microUsd: sum.microUsd === null || own.microUsd === null ? null : sum.microUsd + own.microUsd,
      inputTokens: sum.inputTokens + own.inputTokens,
      outputTokens: sum.outputTokens + own.outputTokens,
    });
  }
  return sums;
};

const isAtWork = ({ status }: NodeRun): boolean => status === 'running' || status === 'retrying';

const ownSum = (node: NodeRun): Growing => ({
  nodes: 0,
  ended: 0,
  failed: 0,
  running: 0,
  awaiting: 0,
  microUsd: node.micro_usd,
  inputTokens: node.input_tokens,
  outputTokens: node.output_tokens,
});

/** The nodes around a node, from the outermost; without itself. */
export const waysTo = ({ byId }: Pick<RunTree, 'byId'>, id: string): readonly NodeRun[] => {
  const way: NodeRun[] = [];
  let node = byId.get(id);
  while (node?.parent != null) {
    node = byId.get(node.parent);
    if (node === undefined || way.includes(node)) break;
    way.unshift(node);
  }
  return way;
};
