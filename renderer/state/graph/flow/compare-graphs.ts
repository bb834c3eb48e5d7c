import { compareVersions, type Graph } from '../../../../core/graph/index.ts';
import { wireId } from './wires.ts';

export type NodeChange = 'added' | 'removed' | 'changed' | 'rewired';

/** What became different between two states of a graph, as it is drawn. */
export interface GraphComparison {
  readonly nodes: ReadonlyMap<string, NodeChange>;
  /** By the id of the wire. */
  readonly wires: ReadonlyMap<string, 'added' | 'removed'>;
  /** What differs beside the nodes, in words: settings of the graph, graphs used by name. */
  readonly besides: readonly string[];
  /** Both together: what is gone stands where it stood. */
  readonly together: Graph;
}

export const compareGraphs = (before: Graph, after: Graph): GraphComparison => {
  const { added, removed, changed, rewired, settings, graphs } = compareVersions(before, after);
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  const wires = new Map<string, 'added' | 'removed'>([
    ...added.flatMap((id) => (now.get(id)?.deps ?? []).map((dep) => [wireId(dep, id), 'added'] as const)),
    ...removed.flatMap((id) => (old.get(id)?.deps ?? []).map((dep) => [wireId(dep, id), 'removed'] as const)),
    ...after.nodes.flatMap(({ id, deps }) =>
      deps.filter((dep) => !old.has(dep)).map((dep) => [wireId(dep, id), 'added'] as const),
    ),
    ...rewired.removed.map(({ from, to }) => [wireId(from, to), 'removed'] as const),
    ...rewired.added.map(({ from, to }) => [wireId(from, to), 'added'] as const),
  ]);
  const nodes = new Map<string, NodeChange>([
    ...[...rewired.added, ...rewired.removed].map(({ to }) => [to, 'rewired'] as const),
    ...changed.map(({ node }) => [node, 'changed'] as const),
    ...added.map((id) => [id, 'added'] as const),
    ...removed.map((id) => [id, 'removed'] as const),
  ]);
  const both = after.nodes.map((node) => {
    const lost = (old.get(node.id)?.deps ?? []).filter((dep) => !node.deps.includes(dep));
    for (const dep of lost) wires.set(wireId(dep, node.id), 'removed');
    return lost.length === 0 ? node : { ...node, deps: [...node.deps, ...lost] };
  });
  const besides = [...settings, ...graphs.map(({ name }) => `graph ${name}`)];
  return { nodes, wires, besides, together: { ...after, nodes: [...both, ...gone] } };
};
