import type { Graph, GraphNode } from '../../../../core/graph/index.ts';
import { sameData } from '../text/same-data.ts';
import { wireId } from './wires.ts';

export type NodeChange = 'added' | 'removed' | 'changed' | 'rewired';

/** What became different between two states of a graph; places on the canvas are no difference. */
export interface GraphComparison {
  readonly nodes: ReadonlyMap<string, NodeChange>;
  /** By the id of the wire. */
  readonly wires: ReadonlyMap<string, 'added' | 'removed'>;
  /** Both together, to be drawn: nodes that are gone stand where they stood. */
  readonly together: Graph;
}

export const compareGraphs = (before: Graph, after: Graph): GraphComparison => {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const nodes = new Map<string, NodeChange>();
  const wires = new Map<string, 'added' | 'removed'>();
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (was === undefined) nodes.set(node.id, 'added');
    else if (!sameData(contentOf(was), contentOf(node))) nodes.set(node.id, 'changed');
    else if (!sameData(wiringOf(was), wiringOf(node))) nodes.set(node.id, 'rewired');
    for (const dep of node.deps) {
      if (was?.deps.includes(dep) !== true) wires.set(wireId(dep, node.id), 'added');
    }
    for (const dep of was?.deps ?? []) {
      if (!node.deps.includes(dep)) wires.set(wireId(dep, node.id), 'removed');
    }
  }
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  for (const node of gone) {
    nodes.set(node.id, 'removed');
    for (const dep of node.deps) wires.set(wireId(dep, node.id), 'removed');
  }
  const both = after.nodes.map((node) => {
    const lost = (old.get(node.id)?.deps ?? []).filter((dep) => !node.deps.includes(dep));
    return lost.length === 0 ? node : { ...node, deps: [...node.deps, ...lost] };
  });
  return { nodes, wires, together: { ...after, nodes: [...both, ...gone] } };
};

const contentOf = ({ deps: _deps, ports: _ports, position: _position, ...content }: GraphNode): unknown =>
  JSON.parse(JSON.stringify(content));

const wiringOf = ({ deps, ports }: GraphNode): unknown => ({ deps: [...deps].sort(), ports });
