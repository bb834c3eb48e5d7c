import type { Graph, GraphNode } from '../graph.ts';
import { portOf } from '../port-of.ts';
import { same } from '../same.ts';
import { unknownKindOf } from '../unknown-kind-of.ts';
import { fallbackOf } from './field.ts';
import { fieldsOf } from './node-fields.ts';
import { readNode } from './read-node.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A graph as plain data for a file: what is as by default is left out, what cannot be read is kept as it was written.
 * A node of an unknown kind is given back to the byte, but for what was edited.
 */
export const graphAsData = ({ name, nodes, inputs, graphs, output, extra }: Graph): Data => ({
  ...(name !== null && { name }),
  ...extra,
  ...(Object.keys(inputs).length > 0 && { inputs }),
  nodes: nodes.map(nodeAsData),
  ...(output !== null && { output }),
  ...(Object.keys(graphs).length > 0 && {
    graphs: Object.fromEntries(Object.entries(graphs).map(([key, graph]) => [key, graphAsData(graph)])),
  }),
});

/** One node as it stands in a file. */
export const nodeAsData = (node: GraphNode): Data =>
  unknownKindOf(node) === undefined ? knownAsData(node) : unknownAsData(node);

const knownAsData = (node: GraphNode): Data => {
  const data: Record<string, unknown> = { id: node.id };
  if (node.kind !== 'task') data['kind'] = node.kind;
  // `deps` stands with id and kind, where readers look for it.
  const { deps: unreadable, ...extra } = node.extra;
  const deps = dependenciesAsData(node);
  if (deps.length > 0) data['deps'] = deps;
  else if (unreadable !== undefined) data['deps'] = unreadable;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(node.kind)) {
    const value: unknown = node[name as keyof GraphNode];
    const isDefault = same(value, fallbackOf(field, node.id));
    if (isDefault && (field.presence !== 'always' || Object.hasOwn(node.extra, field.key))) continue;
    fields[field.key] = field.write ? field.write(value) : value;
  }
  return { ...data, ...extra, ...fields };
};

const dependenciesAsData = (node: GraphNode): readonly unknown[] =>
  node.deps.map((dep) => {
    const port = portOf(node, dep);
    return port === undefined ? dep : { node: dep, port };
  });

/** As it was written, and over it what differs from it. */
const unknownAsData = (node: GraphNode): Data => {
  const before = readNode(node.extra, 1, []);
  const changed: Record<string, unknown> = {};
  if (before && !same([before.deps, before.ports], [node.deps, node.ports])) {
    changed['deps'] = dependenciesAsData(node);
  }
  for (const [name, field] of fieldsOf(node.kind)) {
    const value: unknown = node[name as keyof GraphNode];
    if (before && !same(value, before[name as keyof GraphNode])) changed[field.key] = value;
  }
  return { ...node.extra, id: node.id, ...changed };
};
