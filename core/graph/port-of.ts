import type { GraphNode } from './graph.ts';
import { named } from './named.ts';

/** The way that a dependency must have gone before the node may start; undefined: either way. */
export const portOf = ({ ports }: Pick<GraphNode, 'ports'>, dependency: string): string | undefined =>
  named(ports, dependency);
