import { type Graph, type GraphNode, graphAsData, readGraph } from '../../../../core/graph/index.ts';
import type { Places } from '../layout/layout-graph.ts';
import { freshId } from './new-node.ts';
import { renameIds } from './rewrite-templates.ts';

/** Nodes as plain JSON for the clipboard, with the graphs of the file that they use. */
export const copyNodes = (
  file: Graph,
  shown: Graph,
  ids: ReadonlySet<string>,
  places: Places,
): string | undefined => {
  const nodes = shown.nodes
    .filter(({ id }) => ids.has(id))
    .map((node) => ({ ...node, position: places.get(node.id) ?? node.position }));
  if (nodes.length === 0) return undefined;
  const used = graphsUsed(file, nodes);
  const graphs = Object.fromEntries(Object.entries(file.graphs).filter(([name]) => used.has(name)));
  const { nodes: data, graphs: inner } = graphAsData({
    name: null,
    nodes,
    inputs: {},
    graphs,
    output: null,
    extra: {},
  });
  return JSON.stringify({ nodes: data, ...(inner !== undefined && { graphs: inner }) }, null, 2);
};

const graphsUsed = (file: Graph, nodes: readonly GraphNode[]): ReadonlySet<string> => {
  const used = new Set<string>();
  const queue = [...nodes];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const name = 'graph' in node ? node.graph : null;
    if (name === null || name === '' || used.has(name) || !Object.hasOwn(file.graphs, name)) continue;
    used.add(name);
    queue.push(...(file.graphs[name]?.nodes ?? []));
  }
  return used;
};

export interface Pasted {
  /** The whole file, with the nodes and the graphs they need. */
  readonly file: Graph;
  readonly shown: Graph;
  readonly ids: readonly string[];
}

/**
 * Nodes of the clipboard put into a graph, with ids of their own and wires between them as they were; wires to nodes
 * outside stay where such a node is there. Undefined where the text holds no nodes.
 */
export const pasteNodes = (
  file: Graph,
  shown: Graph,
  text: string,
  by: { readonly x: number; readonly y: number },
): Pasted | undefined => {
  const read = readClipboard(text);
  if (read === undefined || read.nodes.length === 0) return undefined;
  const here = new Set(shown.nodes.map(({ id }) => id));
  const taken = new Set(here);
  const to = new Map<string, string>();
  for (const { id } of read.nodes) {
    const fresh = freshId(id, taken);
    taken.add(fresh);
    to.set(id, fresh);
  }
  const nodes = read.nodes.map((node) => placed(keptWires(node, to, here), to, by));
  const graphs = { ...read.graphs, ...file.graphs };
  return {
    file: { ...file, graphs },
    shown: { ...shown, nodes: [...shown.nodes, ...nodes] },
    ids: nodes.map(({ id }) => id),
  };
};

const readClipboard = (text: string): Graph | undefined => {
  try {
    const data: unknown = JSON.parse(text);
    return readGraph(data).graph;
  } catch {
    return undefined;
  }
};

const keptWires = (
  node: GraphNode,
  to: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): GraphNode => {
  const deps = node.deps.filter((dep) => to.has(dep) || here.has(dep));
  if (deps.length === node.deps.length) return node;
  return {
    ...node,
    deps,
    ports: Object.fromEntries(Object.entries(node.ports).filter(([dep]) => deps.includes(dep))),
  };
};

const placed = (
  node: GraphNode,
  to: ReadonlyMap<string, string>,
  by: { readonly x: number; readonly y: number },
): GraphNode => {
  const { x, y } = node.position ?? { x: 0, y: 0 };
  return { ...renameIds(node, to), id: to.get(node.id) ?? node.id, position: { x: x + by.x, y: y + by.y } };
};
