import { type GraphWire, INPUT } from '../../../state/graph/index.ts';
import { flowWire, type WireData, type WireEdge } from '../../../ui/canvas/index.ts';

/** Wires as the canvas wants them; one of which nothing has changed is the very object of the time before. */
export const flowEdges = (
  wires: readonly GraphWire[],
  selection: ReadonlySet<string>,
  toneOf: (wire: GraphWire) => WireData['tone'],
  before: ReadonlyMap<string, WireEdge>,
): ReadonlyMap<string, WireEdge> => {
  const next = new Map<string, WireEdge>();
  for (const wire of wires) {
    const old = before.get(wire.id);
    const selected = selection.has(wire.id);
    const tone = toneOf(wire);
    const isOld =
      old !== undefined &&
      old.selected === selected &&
      old.sourceHandle === wire.port &&
      old.data?.tone === tone &&
      old.data?.type === wire.type;
    next.set(wire.id, isOld ? old : edgeOf(wire, selected, tone));
  }
  return next;
};

const edgeOf = (wire: GraphWire, selected: boolean, tone: WireData['tone']): WireEdge => ({
  ...flowWire(wire, INPUT, { type: wire.type, tone }),
  selected,
});
