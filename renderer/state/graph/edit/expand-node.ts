import type { Graph, GraphNode } from '../../../../core/graph/index.ts';
import { isDrawnOnly } from '../kind-words.tsx';
import type { Places } from '../layout/layout-graph.ts';
import { freshId } from './new-node.ts';
import { outputPlace, renameIds, rewriteNode } from './rewrite-templates.ts';

export interface Expanded {
  readonly shown: Graph;
  readonly ids: readonly string[];
}

/** Puts the nodes of a subgraph in the place of the node that uses it; its graph stays for whoever else uses it. */
export const expandNode = (file: Graph, shown: Graph, id: string, places: Places): Expanded | undefined => {
  const node = shown.nodes.find((one) => one.id === id);
  if (node?.kind !== 'subgraph' || !Object.hasOwn(file.graphs, node.graph)) return undefined;
  const inner = file.graphs[node.graph] as Graph;
  const taken = new Set(shown.nodes.map((one) => one.id).filter((one) => one !== id));
  const to = new Map<string, string>();
  for (const one of inner.nodes) {
    const fresh = freshId(one.id, taken);
    taken.add(fresh);
    to.set(one.id, fresh);
  }
  const place = places.get(id) ?? { x: 0, y: 0 };
  const middle = middleOf(inner);
  const spot = { x: place.x - middle.x, y: place.y - middle.y };
  const nodes = inner.nodes.map((one) => inPlace(one, node, inner, to, spot));
  const exit = exitOf(inner);
  const back = new Map(exit === undefined ? [] : [[id, to.get(exit) ?? exit]]);
  const all = shown.nodes.flatMap((one) => (one.id === id ? nodes : [renameIds(one, back)]));
  const next = { ...shown, nodes: all, output: shown.output === id ? (back.get(id) ?? null) : shown.output };
  return { shown: next, ids: nodes.map((one) => one.id) };
};

const exitOf = (inner: Graph): string | undefined => {
  if (inner.output !== null) return inner.output;
  const needed = new Set(inner.nodes.flatMap(({ deps }) => deps));
  return inner.nodes.filter((node) => !isDrawnOnly(node.kind) && !needed.has(node.id)).at(-1)?.id;
};

const inPlace = (
  node: GraphNode,
  outer: Extract<GraphNode, { readonly kind: 'subgraph' }>,
  inner: Graph,
  to: ReadonlyMap<string, string>,
  spot: { readonly x: number; readonly y: number },
): GraphNode => {
  const bound = rewriteNode(renameIds(node, to), (source) => {
    if (source.kind !== 'input') return undefined;
    return Object.hasOwn(outer.with, source.name)
      ? outer.with[source.name]
      : Object.hasOwn(inner.inputs, source.name)
        ? inner.inputs[source.name]
        : undefined;
  });
  const { x, y } = node.position ?? { x: 0, y: 0 };
  const first = node.deps.length === 0 && !isDrawnOnly(node.kind);
  const named = outer.deps.filter((dep) => rewritesTo(node, outer, dep));
  const deps = first ? [...bound.deps, ...outer.deps] : [...bound.deps, ...named];
  return {
    ...bound,
    id: to.get(node.id) ?? node.id,
    position: { x: spot.x + x, y: spot.y + y },
    deps: [...new Set(deps)],
    ports: first ? { ...bound.ports, ...outer.ports } : bound.ports,
  };
};

/** Whether a node uses an input that stands for the output of this dependency. */
const rewritesTo = (
  node: GraphNode,
  outer: Extract<GraphNode, { readonly kind: 'subgraph' }>,
  dep: string,
): boolean => {
  let uses = false;
  rewriteNode(node, (source) => {
    if (source.kind === 'input' && (outer.with[source.name] ?? '').includes(outputPlace(dep))) uses = true;
    return undefined;
  });
  return uses;
};

/** Around this the nodes were when they were put together. */
const middleOf = ({ nodes }: Graph): { readonly x: number; readonly y: number } => {
  const placed = nodes.flatMap(({ position }) => position ?? []);
  const count = Math.max(1, placed.length);
  return {
    x: Math.round(placed.reduce((sum, { x }) => sum + x, 0) / count),
    y: Math.round(placed.reduce((sum, { y }) => sum + y, 0) / count),
  };
};
