import { AgentNetError } from '../../contract/index.ts';
import type { Graph, GraphNode, NodeOf } from '../graph.ts';
import { named } from '../named.ts';
import { outputTypeOf } from '../output-type-of.ts';
import { ENDED_PORT, portOf } from '../port-of.ts';
import { MAX_NODES } from '../reading/limits.ts';
import { withTemplates } from '../templates/templates-of.ts';
import { writeTemplate } from '../templates/write-template.ts';
import { topologyOf } from '../topology.ts';
import { madeTask } from './made-task.ts';
import {
  type Edge,
  edgesTo,
  joinedOutputs,
  mergeEdges,
  outputsOf,
  type Place,
  type Rewriting,
  rewriteOver,
  rewriteParts,
  rewriteText,
} from './places.ts';

/** Graphs inside of graphs; deeper ones are refused. */
export const DEEPEST_GRAPH = 20;

/** Many nodes behind a graph with many ends would fill the memory. */
const MOST_EDGES = 2_000_000;

/** Where a graph is put: its place in the flattened one. */
export interface Setting {
  readonly file: Graph;
  /** Put before every id. */
  readonly prefix: string;
  readonly bind: Rewriting['bind'];
  /** What nodes without dependencies wait for. */
  readonly edges: readonly Edge[];
  readonly breakpoint: boolean;
  readonly depth: number;
  /** Shared by the whole flattening: bodies by the id of their node, and ids whose nodes only go a way. */
  readonly shared: {
    readonly bodies: Map<string, Graph>;
    readonly branches: Set<string>;
    nodes: number;
    edges: number;
  };
}

export interface Expansion {
  readonly nodes: readonly GraphNode[];
  /** The node whose output is that of the graph; null where nothing in it runs. */
  readonly output: string | null;
  /** Nodes in it beside that one that nothing in it waits for. */
  readonly others: readonly string[];
}

/** A graph in its place, without what never runs. Assumes that `checkGraph` found no error in it. */
export const expandGraph = (graph: Graph, setting: Setting): Expansion => {
  const { prefix, bind, shared } = setting;
  const places = new Map<string, Place>();
  const rewriting: Rewriting = { places, bind };
  const made = new Map<string, readonly GraphNode[]>();
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const id of topologyOf(graph.nodes).order) {
    const node = byId.get(id) as GraphNode;
    const own = mergeEdges(node.deps.flatMap((dep) => edgesTo(places.get(dep), portOf(node, dep))));
    const edges = own.length > 0 ? own : setting.edges;
    const context = { ...setting, edges };
    const expansion = isLeftOut(node) ? nothing : expandNode(node, graph, context, rewriting);
    made.set(id, expansion.nodes);
    places.set(
      id,
      expansion.output === null
        ? {
            kind: 'gone',
            edges,
            outputs: usedOf(edges).filter((one) => !shared.branches.has(one)),
          }
        : { kind: 'kept', id: expansion.output, others: expansion.others },
    );
  }
  const nodes = graph.nodes.flatMap(({ id }) => made.get(id) ?? []);
  const wanted = graph.output === null ? undefined : outputsOf(places.get(graph.output))[0];
  const inside = new Set(nodes.map(({ id }) => id));
  const output = wanted !== undefined && inside.has(wanted) ? wanted : lastEnd(graph, places, nodes, prefix);
  const awaited = new Set(nodes.flatMap(({ deps }) => deps));
  const others = nodes.flatMap(({ id }) => (id === output || awaited.has(id) ? [] : [id]));
  return { nodes, output, others };
};

const nothing: Expansion = { nodes: [], output: null, others: [] };

/** Without those that only have to have ended. */
const usedOf = (edges: readonly Edge[]): readonly string[] =>
  edges.flatMap(({ node, port }) => (port === ENDED_PORT ? [] : [node]));

const isLeftOut = ({ kind, disabled }: GraphNode) => disabled || kind === 'note' || kind === 'frame';

/** The last node of the file that nothing depends on. */
const lastEnd = (
  graph: Graph,
  places: ReadonlyMap<string, Place>,
  nodes: readonly GraphNode[],
  prefix: string,
): string | null => {
  const needed = new Set(nodes.flatMap(({ deps }) => deps));
  for (const { id } of graph.nodes.toReversed()) {
    const place = places.get(id);
    if (place?.kind === 'kept' && place.id.startsWith(prefix) && !needed.has(place.id)) return place.id;
  }
  return null;
};

const expandNode = (node: GraphNode, graph: Graph, setting: Setting, rewriting: Rewriting): Expansion => {
  if (node.kind === 'subgraph' && node.pinned === undefined) return expandSubgraph(node, setting, rewriting);
  const { prefix, edges, shared } = setting;
  const id = `${prefix}${node.id}`;
  shared.nodes += 1;
  if (shared.nodes > MAX_NODES) {
    throw refused(`With its graphs in their places it has more than ${MAX_NODES} nodes.`);
  }
  shared.edges += edges.length;
  if (shared.edges > MOST_EDGES) {
    throw refused(
      `With its graphs in their places, its nodes wait for each other in over ${MOST_EDGES} ways.`,
    );
  }
  if (outputTypeOf(node) === 'branch') shared.branches.add(id);
  const placed = {
    ...(node.kind === 'subgraph' ? asTask(node) : withSources(node, edges, shared.branches, rewriting)),
    id,
    deps: edges.map((edge) => edge.node),
    ports: Object.fromEntries(
      edges.flatMap(({ node: dep, port }) => (port === undefined ? [] : [[dep, port] as const])),
    ),
    breakpoint: node.breakpoint || (setting.breakpoint && isRoot(edges, prefix)),
    extra: {},
  } as GraphNode;
  const holds = placed.kind === 'map' || placed.kind === 'loop' ? placed.graph : null;
  if (holds === null) return { nodes: [placed], output: id, others: [] };
  addBody(id, node, holds, graph, setting);
  return { nodes: [{ ...placed, graph: id } as GraphNode], output: id, others: [] };
};

const isRoot = (edges: readonly Edge[], prefix: string) =>
  edges.every(({ node }) => !node.startsWith(prefix));

/** A pinned subgraph is one node: its output is given. */
const asTask = ({ id, title, position, pinned }: NodeOf<'subgraph'>): GraphNode =>
  madeTask({ id, title, position, pinned, prompt: id, agent: 'Planner' });

/** The node with its templates, `over` and `input` as they are in the flattened graph. */
const withSources = (
  node: GraphNode,
  edges: readonly Edge[],
  branches: ReadonlySet<string>,
  rewriting: Rewriting,
): GraphNode => {
  const inside = { ...rewriting, bind: uncaptured(node, rewriting.bind) };
  const rewritten = withTemplates(node, (text, field) =>
    rewriteText(text, field === 'over' ? rewriting : inside),
  );
  if (rewritten.kind === 'map' || rewritten.kind === 'reduce') {
    const { over } = node as NodeOf<'map'>;
    return { ...rewritten, over: rewriteOver(over, rewriting) };
  }
  if (rewritten.kind !== 'condition' || rewritten.input !== null) return rewritten;
  const judged = usedOf(edges).filter((one) => !branches.has(one));
  return { ...rewritten, input: writeTemplate(joinedOutputs(judged)) };
};

const expandSubgraph = (node: NodeOf<'subgraph'>, setting: Setting, rewriting: Rewriting): Expansion => {
  const graph = graphNamed(node.graph, setting);
  return expandGraph(graph, {
    ...setting,
    prefix: `${setting.prefix}${node.id}/`,
    bind: (name) => {
      const bound = named(node.with, name);
      if (bound !== undefined) return rewriteParts(bound, rewriting);
      return [{ kind: 'text', text: named(graph.inputs, name) ?? '' }];
    },
    breakpoint: node.breakpoint || (setting.breakpoint && isRoot(setting.edges, setting.prefix)),
    depth: setting.depth + 1,
  });
};

/** The body of a map or a loop; its inputs are those of the same name around it, else as by default. */
const addBody = (id: string, node: GraphNode, name: string, around: Graph, setting: Setting) => {
  const graph = graphNamed(name, setting);
  const bind = uncaptured(node, setting.bind);
  const { nodes, output } = expandGraph(graph, {
    ...setting,
    prefix: `${id}/`,
    bind: (input) =>
      Object.hasOwn(around.inputs, input)
        ? bind(input)
        : [{ kind: 'text', text: named(graph.inputs, input) ?? '' }],
    edges: [],
    breakpoint: false,
    depth: setting.depth + 1,
  });
  if (output === null) throw refused(`Nothing in the graph "${name}" would run.`);
  setting.shared.bodies.set(id, { name: null, nodes, inputs: {}, graphs: {}, output, extra: {} });
};

/** Inputs as they are inside of a map or a loop: one that stands for the item of a map around would mean its own. */
const uncaptured =
  ({ id, kind }: GraphNode, bind: Rewriting['bind']): Rewriting['bind'] =>
  (input) => {
    const parts = bind(input);
    const own = kind === 'map' ? ['item', 'index'] : kind === 'loop' ? ['previous', 'iteration'] : [];
    for (const part of parts) {
      if (part.kind !== 'value' || part.source.kind !== 'variable' || !own.includes(part.source.name))
        continue;
      throw refused(
        `In the ${kind} "${id}" the input "${input}" stands for {{${part.source.name}}} of another ${kind} around it.`,
        'Hand it on through a task of its own, and name that.',
      );
    }
    return parts;
  };

const graphNamed = (name: string, { file, depth }: Setting): Graph => {
  const graph = named(file.graphs, name);
  if (!graph) throw refused(`There is no graph "${name}".`);
  if (depth >= DEEPEST_GRAPH) throw refused(`Its graphs are more than ${DEEPEST_GRAPH} deep in each other.`);
  return graph;
};

export const refused = (
  message: string,
  remedy = 'Check the graph; all of its problems are named there.',
): AgentNetError => new AgentNetError('input/invalid', message, { kept: 'Nothing was started.', remedy });
