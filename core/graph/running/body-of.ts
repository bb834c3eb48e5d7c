import type { Graph, GraphNode } from '../graph.ts';
import { named } from '../named.ts';
import { portOf } from '../port-of.ts';
import { parseTemplate } from '../templates/parse-template.ts';
import { isOverTemplate, withTemplates } from '../templates/templates-of.ts';
import { writeTemplate } from '../templates/write-template.ts';

/** The body of a map or a loop for one item or round. */
export interface Body {
  readonly nodes: readonly GraphNode[];
  /** The node whose output is that of the item or round. */
  readonly output: string;
  /** Ids of the runnable graph as they are in this instance, those of the bodies around it too. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * The nodes of the body `graph` of a runnable graph under the ids of one instance: `each/inner` becomes
 * `each[3]/inner` for the instance `each[3]`. `around` are the renames of the body that the node itself is in.
 * Undefined where the runnable graph has no such body.
 */
export const bodyOf = (
  runnable: Graph,
  graph: string,
  instance: string,
  around: ReadonlyMap<string, string> = new Map(),
): Body | undefined => {
  const body = named(runnable.graphs, graph);
  if (!body || body.output === null) return undefined;
  const renames = new Map(around);
  for (const { id } of body.nodes) renames.set(id, `${instance}${id.slice(graph.length)}`);
  return {
    nodes: body.nodes.map((node) => renamedNode(node, renames)),
    output: renames.get(body.output) ?? body.output,
    renames,
  };
};

const renamedNode = (node: GraphNode, renames: ReadonlyMap<string, string>): GraphNode => {
  const renamed = (id: string) => renames.get(id) ?? id;
  const placed = withTemplates(node, (text) => renamedTemplate(text, renamed));
  return {
    ...placed,
    id: renamed(node.id),
    deps: node.deps.map(renamed),
    ports: Object.fromEntries(
      node.deps.flatMap((dep) => {
        const port = portOf(node, dep);
        return port === undefined ? [] : [[renamed(dep), port] as const];
      }),
    ),
    ...('over' in placed && !isOverTemplate(placed.over) && { over: renamed(placed.over) }),
  } as GraphNode;
};

const renamedTemplate = (text: string, renamed: (id: string) => string): string => {
  if (!text.includes('{{')) return text;
  const { parts } = parseTemplate(text);
  return writeTemplate(
    parts.map((part) =>
      part.kind === 'value' && part.source.kind === 'output'
        ? { kind: 'value', source: { kind: 'output', node: renamed(part.source.node) } }
        : part,
    ),
  );
};
