import type { GraphWire } from '../../../state/graph/index.ts';
import type { WireData, WireEdge } from '../../../ui/canvas/index.ts';

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
  id: wire.id,
  type: 'wire',
  source: wire.from,
  sourceHandle: wire.port,
  target: wire.to,
  targetHandle: 'in',
  selected,
  data: { type: wire.type, tone },
});
