import type { Node } from '@xyflow/react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { inputPortsOf, outputPortsOf, type Places, sizeOf } from '../../../state/graph/index.ts';
import type { AgentLook } from '../../../state/index.ts';
import { flowCard } from '../../../ui/canvas/index.ts';

/** How a node looks beyond what it is. */
export interface NodeLook extends Record<string, unknown> {
  readonly look: AgentLook | null;
  readonly problem: 'error' | 'warning' | null;
  readonly tone: 'dimmed' | 'lit' | null;
  readonly change: 'added' | 'removed' | 'changed' | 'rewired' | null;
  /** Ports that a value looked at comes out of. */
  readonly ports: ReadonlySet<string> | null;
}

export type FlowNode = Node<NodeLook & { readonly node: GraphNode }, 'card' | 'note' | 'frame'>;

interface FlowInput {
  readonly nodes: readonly GraphNode[];
  readonly places: Places;
  readonly selection: ReadonlySet<string>;
  readonly lookOf: (node: GraphNode) => NodeLook;
}

const ORIGIN = { x: 0, y: 0 };

/**
 * Nodes as the canvas wants them. A node of which nothing has changed is the very object of the time before, so that
 * nothing is drawn again for it.
 */
export const flowNodes = (
  { nodes, places, selection, lookOf }: FlowInput,
  before: ReadonlyMap<string, FlowNode>,
): ReadonlyMap<string, FlowNode> => {
  const next = new Map<string, FlowNode>();
  for (const node of nodes) {
    if (next.has(node.id)) continue;
    const place = places.get(node.id) ?? ORIGIN;
    const selected = selection.has(node.id);
    const look = lookOf(node);
    const old = before.get(node.id);
    next.set(
      node.id,
      old !== undefined && isSame(old, node, place, selected, look)
        ? old
        : flowNode(node, place, selected, look, old),
    );
  }
  return next;
};

const isSame = (
  old: FlowNode,
  node: GraphNode,
  place: { readonly x: number; readonly y: number },
  selected: boolean,
  look: NodeLook,
): boolean =>
  old.data.node === node &&
  old.selected === selected &&
  old.position.x === place.x &&
  old.position.y === place.y &&
  isSameLook(old.data, look);

const isSameLook = (one: NodeLook, other: NodeLook): boolean =>
  one.look === other.look &&
  one.problem === other.problem &&
  one.tone === other.tone &&
  one.change === other.change &&
  one.ports === other.ports;

const flowNode = (
  node: GraphNode,
  place: { readonly x: number; readonly y: number },
  selected: boolean,
  look: NodeLook,
  old: FlowNode | undefined,
): FlowNode => {
  const data =
    old !== undefined && old.data.node === node && isSameLook(old.data, look) ? old.data : { ...look, node };
  return {
    ...flowCard({
      id: node.id,
      place,
      size: sizeOf(node),
      inputs: inputPortsOf(node),
      outputs: outputPortsOf(node),
    }),
    type: node.kind === 'note' || node.kind === 'frame' ? node.kind : 'card',
    data,
    selected,
    zIndex: node.kind === 'frame' ? -1 : 0,
  };
};
