import type { Graph, GraphNode } from '../../../../core/graph/index.ts';

type Position = { readonly x: number; readonly y: number };

/** The graph with one node changed; the same graph where nothing changes. */
export const changeNode = (graph: Graph, id: string, change: (node: GraphNode) => GraphNode): Graph =>
  changeNodes(graph, new Set([id]), change);

export const changeNodes = (
  graph: Graph,
  ids: ReadonlySet<string>,
  change: (node: GraphNode) => GraphNode,
): Graph => {
  let changed = false;
  const nodes = graph.nodes.map((node) => {
    if (!ids.has(node.id)) return node;
    const next = change(node);
    if (next !== node) changed = true;
    return next;
  });
  return changed ? { ...graph, nodes } : graph;
};

/** Every node named gets its place. */
export const moveNodes = (graph: Graph, places: ReadonlyMap<string, Position>): Graph =>
  changeNodes(graph, new Set(places.keys()), (node) => {
    const place = places.get(node.id);
    if (place === undefined || (node.position?.x === place.x && node.position.y === place.y)) return node;
    return { ...node, position: { x: place.x, y: place.y } };
  });

/** A dependency added, with the way it must have gone; `way` null: either. Takes the place of one between the two. */
export const connect = (graph: Graph, from: string, to: string, way: string | null): Graph =>
  changeNode(graph, to, (node) => {
    const { [from]: _before, ...others } = node.ports;
    const ports = way === null ? others : { ...others, [from]: way };
    const deps = node.deps.includes(from) ? node.deps : [...node.deps, from];
    const next = { ...node, deps, ports };
    return (next.kind === 'map' || next.kind === 'reduce') && next.over === ''
      ? { ...next, over: from }
      : next;
  });

/** Dependencies taken away. */
export const disconnect = (
  graph: Graph,
  wires: readonly { readonly from: string; readonly to: string }[],
): Graph => {
  const gone = new Map<string, Set<string>>();
  for (const { from, to } of wires) gone.set(to, (gone.get(to) ?? new Set()).add(from));
  return changeNodes(graph, new Set(gone.keys()), (node) => withoutDependencies(node, gone.get(node.id)));
};

const withoutDependencies = (node: GraphNode, gone: ReadonlySet<string> | undefined): GraphNode => {
  if (gone === undefined || !node.deps.some((dep) => gone.has(dep))) return node;
  const next = {
    ...node,
    deps: node.deps.filter((dep) => !gone.has(dep)),
    ports: Object.fromEntries(Object.entries(node.ports).filter(([dep]) => !gone.has(dep))),
  };
  return (next.kind === 'map' || next.kind === 'reduce') && gone.has(next.over)
    ? { ...next, over: '' }
    : next;
};

/** Nodes taken away, with every wire to them. */
export const removeNodes = (graph: Graph, ids: ReadonlySet<string>): Graph => {
  if (!graph.nodes.some(({ id }) => ids.has(id))) return graph;
  const nodes = graph.nodes
    .filter(({ id }) => !ids.has(id))
    .map((node) => {
      const next = withoutDependencies(node, ids);
      return next.kind === 'frame' && next.nodes.some((id) => ids.has(id))
        ? { ...next, nodes: next.nodes.filter((id) => !ids.has(id)) }
        : next;
    });
  return { ...graph, nodes, output: graph.output !== null && ids.has(graph.output) ? null : graph.output };
};

export const addNodes = (graph: Graph, nodes: readonly GraphNode[]): Graph =>
  nodes.length === 0 ? graph : { ...graph, nodes: [...graph.nodes, ...nodes] };
