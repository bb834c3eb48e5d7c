import type { Graph, GraphNode } from '../../../../core/graph/index.ts';

/** True when two graphs differ in nothing but where their nodes stand: what was found wrong is still true. */
export const sameButPlaces = (one: Graph, other: Graph): boolean =>
  one === other ||
  (one.inputs === other.inputs &&
    one.graphs === other.graphs &&
    one.output === other.output &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => sameNode(node, other.nodes[index])));

const sameNode = (one: GraphNode, other: GraphNode | undefined): boolean => {
  if (one === other) return true;
  if (other === undefined || one.position === other.position) return false;
  const left = Object.entries(one);
  return left.every(
    ([key, value]) => key === 'position' || (other as unknown as Record<string, unknown>)[key] === value,
  );
};
