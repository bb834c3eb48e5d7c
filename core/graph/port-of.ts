import type { GraphNode } from './graph.ts';
import { named } from './named.ts';

/**
 * Stands for a way where a node only has to have ended before another one begins, however it ended: nothing of it is
 * used. Only `runnableGraph` writes it, for what else is inside of a subgraph; no file may name it.
 */
export const ENDED_PORT = ':ended';

/** The way that a dependency must have gone before the node may start; undefined: either way. */
export const portOf = ({ ports }: Pick<GraphNode, 'ports'>, dependency: string): string | undefined =>
  named(ports, dependency);

/** The dependencies that a node uses or follows, without those that only have to have ended before it. */
export const usedDeps = (node: Pick<GraphNode, 'deps' | 'ports'>): readonly string[] =>
  node.deps.filter((dep) => portOf(node, dep) !== ENDED_PORT);
