import type { Graph, GraphNode } from '../graph.ts';
import { named } from '../named.ts';
import { portOf } from '../port-of.ts';
import { nodeAsData } from '../reading/graph-as-data.ts';
import { same } from '../same.ts';

export interface Wire {
  readonly from: string;
  readonly to: string;
  /** Null: either way. */
  readonly port: string | null;
}

/** What is different in a later version. Nodes are told apart by their ids. */
export interface VersionComparison {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Nodes with other fields, by their keys in a file; wires and places on the canvas do not count. */
  readonly changed: readonly { readonly node: string; readonly fields: readonly string[] }[];
  /** Wires to nodes that both versions have. */
  readonly rewired: { readonly added: readonly Wire[]; readonly removed: readonly Wire[] };
  readonly moved: readonly string[];
  /** Keys of the graph itself that differ, such as `name` and `inputs`. */
  readonly settings: readonly string[];
  /** Graphs used by name that are not the same, each compared; null: only one version has it. */
  readonly graphs: readonly { readonly name: string; readonly comparison: VersionComparison | null }[];
}

export const compareVersions = (before: Graph, after: Graph): VersionComparison => {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const both = [...now.values()].flatMap((node) => {
    const one = old.get(node.id);
    return one ? [[one, node] as const] : [];
  });
  const isShared = ({ to }: Wire) => old.has(to) && now.has(to);
  const wiresBefore = wiresOf([...old.values()]);
  const wiresAfter = wiresOf([...now.values()]);
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: both.flatMap(([one, other]) => {
      const fields = changedFields(one, other);
      return fields.length > 0 ? [{ node: other.id, fields }] : [];
    }),
    rewired: {
      added: [...wiresAfter].flatMap(([key, wire]) =>
        !wiresBefore.has(key) && isShared(wire) ? [wire] : [],
      ),
      removed: [...wiresBefore].flatMap(([key, wire]) =>
        !wiresAfter.has(key) && isShared(wire) ? [wire] : [],
      ),
    },
    moved: both.filter(([one, other]) => !same(one.position, other.position)).map(([, { id }]) => id),
    settings: changedSettings(before, after),
    graphs: comparedGraphs(before, after),
  };
};

const wiresOf = (nodes: readonly GraphNode[]): ReadonlyMap<string, Wire> => {
  const wires = new Map<string, Wire>();
  for (const node of nodes) {
    for (const from of node.deps) {
      const wire = { from, to: node.id, port: portOf(node, from) ?? null };
      wires.set(JSON.stringify([wire.from, wire.to, wire.port]), wire);
    }
  }
  return wires;
};

const changedFields = (before: GraphNode, after: GraphNode): readonly string[] => {
  if (before === after) return [];
  const old = nodeAsData(before);
  const now = nodeAsData(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => key !== 'deps' && key !== 'position' && !same(named(old, key), named(now, key)),
  );
};

const changedSettings = (before: Graph, after: Graph): readonly string[] => {
  const keys = (['name', 'inputs', 'output'] as const).filter((key) => !same(before[key], after[key]));
  const extra = new Set([...Object.keys(before.extra), ...Object.keys(after.extra)]);
  return [...keys, ...[...extra].filter((key) => !same(named(before.extra, key), named(after.extra, key)))];
};

const comparedGraphs = (before: Graph, after: Graph): VersionComparison['graphs'] =>
  [...new Set([...Object.keys(before.graphs), ...Object.keys(after.graphs)])].flatMap((name) => {
    const old = named(before.graphs, name);
    const now = named(after.graphs, name);
    if (same(old, now)) return [];
    return [{ name, comparison: old && now ? compareVersions(old, now) : null }];
  });
