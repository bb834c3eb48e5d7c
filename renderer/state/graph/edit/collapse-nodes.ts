import type { Graph, GraphNode } from '../../../../core/graph/index.ts';
import { cycleThrough, neighboursOf } from '../flow/graph-walk.ts';
import { isDrawnOnly } from '../kind-words.tsx';
import type { Places } from '../layout/layout-graph.ts';
import { freshId, nodeFrom } from './new-node.ts';
import { inputPlace, namesAny, outputPlace, renameIds, rewriteNode } from './rewrite-templates.ts';

export type Collapsed =
  | {
      readonly ok: true;
      readonly file: Graph;
      readonly shown: Graph;
      readonly node: string;
      readonly name: string;
    }
  | { readonly ok: false; readonly why: string };

/** Puts nodes into a graph of their own, with one node in their place. What came in from outside becomes inputs. */
export const collapseNodes = (
  file: Graph,
  shown: Graph,
  ids: ReadonlySet<string>,
  places: Places,
): Collapsed => {
  const inside = shown.nodes.filter(({ id }) => ids.has(id));
  const outside = shown.nodes.filter(({ id }) => !ids.has(id));
  const run = inside.filter(({ kind }) => !isDrawnOnly(kind));
  if (run.length === 0) return { ok: false, why: 'Select at least one node that runs.' };
  const exits = inside.filter(({ id }) => outside.some((node) => node.deps.includes(id)));
  if (exits.length > 1) {
    const names = exits.map(({ id, title }) => title ?? id).join(', ');
    return { ok: false, why: `A subgraph has one output, and these are all used outside: ${names}.` };
  }
  const [exit] = exits;
  if (exit !== undefined && outside.some(({ ports }) => Object.hasOwn(ports, exit.id))) {
    return { ok: false, why: 'A way of a condition leads out of the selection; take what follows it along.' };
  }
  const sources = [...new Set(inside.flatMap(({ deps }) => deps))].filter(
    (dep) => !ids.has(dep) && outside.some(({ id }) => id === dep),
  );
  if (exit !== undefined && leadsBack(shown, ids, exit.id, sources)) {
    return { ok: false, why: 'What the selection gives comes back into it. Take what lies between along.' };
  }
  const name = freshId('part', new Set(Object.keys(file.graphs)));
  const id = freshId(name, new Set(shown.nodes.map((node) => node.id)));
  const inner: Graph = {
    name: null,
    nodes: inside.map((node) => asInner(node, sources)),
    inputs: Object.fromEntries(sources.map((source) => [source, ''])),
    graphs: {},
    output: exit?.id ?? null,
    extra: {},
  };
  const node = placeholder(id, name, inside, sources, places);
  if (node === undefined) return { ok: false, why: 'The nodes could not be put together.' };
  const to = new Map(exit === undefined ? [] : [[exit.id, id]]);
  const nodes = shown.nodes.flatMap((one) => {
    if (one === inside[0]) return [node];
    return ids.has(one.id) ? [] : [renameIds(one, to)];
  });
  const output = shown.output !== null && ids.has(shown.output) ? id : shown.output;
  return {
    ok: true,
    file: { ...file, graphs: { ...file.graphs, [name]: inner } },
    shown: { ...shown, nodes, output },
    node: id,
    name,
  };
};

/** Whether one of the sources needs the exit: the one node in their place would wait for itself. */
const leadsBack = (
  shown: Graph,
  ids: ReadonlySet<string>,
  exit: string,
  sources: readonly string[],
): boolean => {
  const neighbours = neighboursOf(shown);
  return sources.some((source) => !ids.has(source) && cycleThrough(neighbours, source, exit) !== null);
};

const asInner = (node: GraphNode, sources: readonly string[]): GraphNode => {
  const from = sources.filter((source) => node.deps.includes(source));
  if (from.length === 0) return node;
  // Without a place in its prompt a node is given what it waits for; inside, it has to name it.
  const says = namesAny(node, (source) => source.kind === 'output');
  const named = rewriteNode(node, (source) =>
    source.kind === 'output' && sources.includes(source.node) ? inputPlace(source.node) : undefined,
  );
  const prompt =
    !says && 'prompt' in named ? { prompt: `${named.prompt}\n\n${from.map(inputPlace).join('\n\n')}` } : {};
  const over = 'over' in named && from.includes(named.over) ? { over: inputPlace(named.over) } : {};
  return {
    ...named,
    ...prompt,
    ...over,
    deps: named.deps.filter((dep) => !from.includes(dep)),
    ports: Object.fromEntries(Object.entries(named.ports).filter(([dep]) => !from.includes(dep))),
  } as GraphNode;
};

const placeholder = (
  id: string,
  graph: string,
  inside: readonly GraphNode[],
  sources: readonly string[],
  places: Places,
): GraphNode | undefined => {
  const spots = inside.flatMap((node) => places.get(node.id) ?? []);
  const middle = {
    x: Math.round(spots.reduce((sum, { x }) => sum + x, 0) / Math.max(1, spots.length)),
    y: Math.round(spots.reduce((sum, { y }) => sum + y, 0) / Math.max(1, spots.length)),
  };
  const ways = Object.assign({}, ...inside.map(({ ports }) => ports)) as Readonly<Record<string, string>>;
  const read = nodeFrom({
    id,
    kind: 'subgraph',
    graph,
    deps: sources,
    with: Object.fromEntries(sources.map((source) => [source, outputPlace(source)])),
    position: middle,
  });
  const ports = Object.fromEntries(Object.entries(ways).filter(([dep]) => sources.includes(dep)));
  return read === undefined ? undefined : { ...read, ports };
};
