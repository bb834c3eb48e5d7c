import type { NodeRun } from '../contract/index.ts';

/** What the nodes of a run come to together. */
interface GraphTotals {
  readonly nodes: number;
  readonly byStatus: Readonly<Record<NodeRun['status'], number>>;
  /** Nodes that need nothing more: all that have ended, however they ended. */
  readonly ended: number;
  /** Micro-USD; null where the cost of a node is unknown. */
  readonly microUsd: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Nodes whose output is not of this run. */
  readonly given: number;
}

export const graphTotals = (nodes: readonly NodeRun[]): GraphTotals => {
  const byStatus = {
    waiting: 0,
    running: 0,
    retrying: 0,
    awaiting: 0,
    done: 0,
    failed: 0,
    skipped: 0,
    blocked: 0,
    stopped: 0,
  };
  let microUsd: number | null = 0;
  let [ended, inputTokens, outputTokens, given] = [0, 0, 0, 0];
  for (const node of nodes) {
    byStatus[node.status] += 1;
    if (node.ended_at !== null) ended += 1;
    microUsd = microUsd === null || node.micro_usd === null ? null : microUsd + node.micro_usd;
    inputTokens += node.input_tokens;
    outputTokens += node.output_tokens;
    if (node.source !== null && node.source !== 'run') given += 1;
  }
  return { nodes: nodes.length, byStatus, ended, microUsd, inputTokens, outputTokens, given };
};
