import type { Graph } from '../graph/index.ts';
import type { EarlierRun } from './earlier-run.ts';
import type { RunFacts } from './taken-outputs.ts';

/** Nodes whose output would depend on nothing else than in the earlier run. */
export const unchangedNodes = (_earlier: EarlierRun, _graph: Graph, _facts: RunFacts): ReadonlySet<string> =>
  new Set();
