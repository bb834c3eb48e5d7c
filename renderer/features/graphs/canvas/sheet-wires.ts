import type { GraphNode } from '../../../../core/graph/index.ts';
import { type GraphWire, outputPortsOf, type Places, sizeOf } from '../../../state/graph/index.ts';
import { PORT_REACH, type SheetWire, type WireData } from '../../../ui/canvas/index.ts';

/** Wires by the places of their ends, for the view from afar. */
export const sheetWires = (
  wires: readonly GraphWire[],
  nodes: readonly GraphNode[],
  places: Places,
  toneOf: (wire: GraphWire) => WireData['tone'],
): readonly SheetWire[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return wires.flatMap((wire) => {
    const [from, to] = [byId.get(wire.from), byId.get(wire.to)];
    const [start, end] = [places.get(wire.from), places.get(wire.to)];
    if (from === undefined || to === undefined || start === undefined || end === undefined) return [];
    const size = sizeOf(from);
    const at = outputPortsOf(from).find(({ id }) => id === wire.port)?.at ?? 0.5;
    return [
      {
        id: wire.id,
        tone: toneOf(wire) ?? 'plain',
        fromX: start.x + size.width + PORT_REACH,
        fromY: start.y + size.height * at,
        toX: end.x - PORT_REACH,
        toY: end.y + sizeOf(to).height / 2,
      },
    ];
  });
};
