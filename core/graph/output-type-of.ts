import type { GraphNode, OutputType } from './graph.ts';

/** What a node gives on; null for what never runs. A subgraph gives what its graph's output gives: `typeIn` says it. */
export const outputTypeOf = (node: GraphNode): OutputType | null => {
  switch (node.kind) {
    case 'task':
      return node.output;
    case 'condition':
      return 'branch';
    case 'map':
      return 'list';
    case 'tool':
      return 'json';
    case 'note':
    case 'frame':
      return null;
    case 'session':
    case 'reduce':
    case 'loop':
    case 'approval':
    case 'delegate':
    case 'subgraph':
      return 'text';
  }
};

/** The ways that a node can go; none for nodes that decide nothing. */
export const portsOf = ({ kind }: Pick<GraphNode, 'kind'>): readonly string[] => {
  if (kind === 'condition') return ['yes', 'no'];
  return kind === 'approval' ? ['approved', 'rejected'] : [];
};
