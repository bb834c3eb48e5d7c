import type { Node } from '@xyflow/react';
import type { Graph, GraphNode } from '../../../../../core/graph/index.ts';
import { INPUT, inputPortsOf, outputPortsOf, sizeOf, wiresOf } from '../../../../state/graph/index.ts';
import { flowCard, flowWire, type WireEdge } from '../../../../ui/canvas/index.ts';
import { levelLayout } from '../canvas/level-layout.ts';

export type PlanFlowNode = Node<{ readonly node: GraphNode }, 'card'>;

interface PlanFlow {
  readonly nodes: PlanFlowNode[];
  readonly edges: WireEdge[];
}

/** A plan as the canvas draws it, in columns; a plan has no places of its own. */
export const planFlow = (
  graph: Graph,
  selection: ReadonlySet<string>,
  selectedWires: ReadonlySet<string>,
): PlanFlow => {
  const wires = wiresOf(graph);
  const places = levelLayout(
    graph.nodes.map((node) => ({ id: node.id, ...sizeOf(node) })),
    wires,
  );
  return {
    nodes: graph.nodes.map((node) => ({
      ...flowCard({
        id: node.id,
        place: places.get(node.id) ?? { x: 0, y: 0 },
        size: sizeOf(node),
        inputs: inputPortsOf(node),
        outputs: outputPortsOf(node),
      }),
      type: 'card',
      data: { node },
      selected: selection.has(node.id),
    })),
    edges: wires.map((wire) => ({
      ...flowWire(wire, INPUT, { type: wire.type }),
      selected: selectedWires.has(wire.id),
    })),
  };
};
