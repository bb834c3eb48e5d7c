import type { Graph, GraphNode } from '../graph.ts';
import { same } from '../same.ts';
import { applyKeyed, diffKeyed, type KeyedDiff, reverseKeyed, squashKeyed } from './keyed-diff.ts';

type Settings = Pick<Graph, 'name' | 'inputs' | 'output' | 'extra'>;
const settings = ['name', 'inputs', 'output', 'extra'] as const satisfies readonly (keyof Settings)[];

/** A change of a graph as data: it can be done, taken back, and joined with the next one. */
export interface GraphDiff {
  /** By id; a further node of the same id, which only a broken file has, has its number behind it. */
  readonly nodes?: KeyedDiff<GraphNode>;
  /** Graphs used by name. */
  readonly graphs?: KeyedDiff<Graph>;
  readonly settings?: { readonly [K in keyof Settings]?: readonly [from: Settings[K], to: Settings[K]] };
}

/** What leads from one graph to the other; without any key where nothing does. */
export const diffOf = (before: Graph, after: Graph): GraphDiff => {
  const changed = settings.filter((key) => !same(before[key], after[key]));
  return compact({
    nodes: before.nodes === after.nodes ? undefined : diffKeyed(keyedNodes(before), keyedNodes(after)),
    graphs: before.graphs === after.graphs ? undefined : diffKeyed(keyedGraphs(before), keyedGraphs(after)),
    settings:
      changed.length > 0
        ? Object.fromEntries(changed.map((key) => [key, [before[key], after[key]]]))
        : undefined,
  });
};

export const reverseDiff = ({ nodes, graphs, settings: changed }: GraphDiff): GraphDiff =>
  compact({
    nodes: nodes && reverseKeyed(nodes),
    graphs: graphs && reverseKeyed(graphs),
    settings:
      changed && Object.fromEntries(Object.entries(changed).map(([key, [from, to]]) => [key, [to, from]])),
  });

/** The graph after a change that was made of this very graph; what the change does not name keeps its objects. */
export const applyDiff = (graph: Graph, { nodes, graphs, settings: changed }: GraphDiff): Graph => ({
  ...graph,
  ...(nodes && { nodes: [...applyKeyed(keyedNodes(graph), nodes).values()] }),
  ...(graphs && { graphs: Object.fromEntries(applyKeyed(keyedGraphs(graph), graphs)) }),
  ...(changed && Object.fromEntries(Object.entries(changed).map(([key, [, to]]) => [key, to]))),
});

/** One change that does what both do, one after the other. */
export const squashDiffs = (first: GraphDiff, second: GraphDiff): GraphDiff =>
  compact({
    nodes:
      first.nodes && second.nodes ? squashKeyed(first.nodes, second.nodes) : (first.nodes ?? second.nodes),
    graphs:
      first.graphs && second.graphs
        ? squashKeyed(first.graphs, second.graphs)
        : (first.graphs ?? second.graphs),
    settings: squashSettings(first.settings ?? {}, second.settings ?? {}),
  });

type ChangedSettings = NonNullable<GraphDiff['settings']>;

const squashSettings = (first: ChangedSettings, second: ChangedSettings): ChangedSettings | undefined => {
  const kept = settings.flatMap((key) => {
    const [before, after] = [first[key], second[key]];
    const pair = before && after ? ([before[0], after[1]] as const) : (before ?? after);
    return pair === undefined || same(pair[0], pair[1]) ? [] : [[key, pair] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

const keyedNodes = ({ nodes }: Graph): ReadonlyMap<string, GraphNode> => {
  const keyed = new Map<string, GraphNode>();
  for (const node of nodes) {
    let key = node.id;
    for (let further = 2; keyed.has(key); further += 1) key = `${node.id}\u0000${further}`;
    keyed.set(key, node);
  }
  return keyed;
};

const keyedGraphs = ({ graphs }: Graph): ReadonlyMap<string, Graph> => new Map(Object.entries(graphs));

const compact = (diff: { readonly [K in keyof GraphDiff]: GraphDiff[K] | undefined }): GraphDiff =>
  Object.fromEntries(Object.entries(diff).filter(([, part]) => part !== undefined));
