import { canonicalJson } from '../../contract/index.ts';
import { agentsOf } from '../checking/check-workers.ts';
import type { Graph, GraphNode } from '../graph.ts';
import { named } from '../named.ts';
import { portOf, usedDeps } from '../port-of.ts';
import { nodeAsData } from '../reading/graph-as-data.ts';
import { parseTemplate } from '../templates/parse-template.ts';
import { isOverTemplate, templatesOf } from '../templates/templates-of.ts';
import { topologyOf } from '../topology.ts';
import { sha256 } from './sha-256.ts';

/** What answers depend on beside the graph. */
export interface RunFacts {
  /** Everything about an agent that its answers depend on, in any words: exact version, model chain. */
  readonly agent: (reference: string) => string;
  /** The same of the run: replaced model, bounds of answers, seed. */
  readonly settings: string;
}

/**
 * One text for each node of a runnable graph that is equal as long as nothing that its output depends on has changed:
 * its own settings, its agents, the inputs it names, and the fingerprints of the nodes before it. Where it is drawn
 * does not matter. Nodes on a cycle or behind one have none.
 */
export const fingerprintsOf = (runnable: Graph, facts: RunFacts): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const settings = sha256(facts.settings);
  const add = (nodes: readonly GraphNode[]) => {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (const id of topologyOf(nodes).order) {
      const node = byId.get(id) as GraphNode;
      const body = 'graph' in node && node.graph !== null ? named(runnable.graphs, node.graph) : undefined;
      if (body) add(body.nodes);
      const inside = body && [
        body.output && found.get(body.output),
        ...body.nodes.map((one) => found.get(one.id)),
      ];
      const hashed =
        node.pinned === undefined
          ? ownFacts(node, { runnable, facts, found, byId })
          : { pinned: node.pinned };
      found.set(
        id,
        sha256(canonicalJson({ settings, ...hashed, ...(inside && { inside: inside.map(orNull) }) })),
      );
    }
  };
  add(runnable.nodes);
  return found;
};

const orNull = (value: string | null | undefined): string | null => value ?? null;

/** Fields that change nothing about an output. */
const unimportant = new Set([
  'title',
  'position',
  'disabled',
  'breakpoint',
  'deps',
  'over',
  'input',
  'prompt',
  'with',
]);

interface Known {
  readonly runnable: Graph;
  readonly facts: RunFacts;
  readonly found: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, GraphNode>;
}

/** Titles of dependencies count: they stand above outputs that a prompt does not name. */
const ownFacts = (
  node: GraphNode,
  { runnable: { inputs }, facts, found, byId }: Known,
): Readonly<Record<string, unknown>> => ({
  node: Object.fromEntries(Object.entries(nodeAsData(node)).filter(([key]) => !unimportant.has(key))),
  agents: agentsOf(node).map(facts.agent),
  deps: usedDeps(node).map((dep) => [
    dep,
    byId.get(dep)?.title ?? null,
    portOf(node, dep) ?? null,
    orNull(found.get(dep)),
  ]),
  over: 'over' in node && !isOverTemplate(node.over) ? orNull(found.get(node.over)) : null,
  templates: templatesOf(node).map(({ field, text }) => [
    field,
    parseTemplate(text).parts.map((part) => {
      if (part.kind === 'text') return part.text;
      const { source } = part;
      if (source.kind === 'output') return ['output', orNull(found.get(source.node))];
      return source.kind === 'input'
        ? ['input', named(inputs, source.name) ?? '']
        : ['variable', source.name];
    }),
  ]),
});
