import { useMemo, useRef, useState } from 'react';
import {
  type GraphWire,
  neighboursOf,
  type Places,
  placesOfNodes,
  wiresOf,
} from '../../../state/graph/index.ts';
import type { WireData, WireEdge } from '../../../ui/canvas/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { type FlowNode, flowNodes, type NodeLook } from './flow-nodes.ts';
import { useLooks } from './use-looks.tsx';

/** The shown graph as the canvas wants it. `moved` are places while something is dragged. */
export const useFlow = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const wireSelection = useEditorState((state) => state.wires);
  const found = useEditorState((state) => state.found);
  const [moved, setMoved] = useState<Places | null>(null);
  const kept = useMemo(() => placesOfNodes(graph.nodes, found), [graph.nodes, found]);
  const places = useMemo(() => (moved === null ? kept : new Map([...kept, ...moved])), [kept, moved]);
  const neighbours = useMemo(() => neighboursOf(graph), [graph]);
  const lookOf = useLooks(graph, neighbours);
  const before = useRef<ReadonlyMap<string, FlowNode>>(new Map());
  const nodes = useMemo(() => {
    before.current = flowNodes({ nodes: graph.nodes, places, selection, lookOf }, before.current);
    return [...before.current.values()];
  }, [graph.nodes, places, selection, lookOf]);
  const wires = useMemo(() => wiresOf(graph), [graph]);
  const edgesBefore = useRef<ReadonlyMap<string, WireEdge>>(new Map());
  const edges = useMemo(() => {
    edgesBefore.current = flowEdges(wires, wireSelection, lookOf.wireTone, edgesBefore.current);
    return [...edgesBefore.current.values()];
  }, [wires, wireSelection, lookOf]);
  return { graph, nodes, edges, places: kept, neighbours, setMoved };
};

type WireTone = WireData['tone'];

export interface Looks {
  (node: Parameters<typeof flowNodes>[0]['nodes'][number]): NodeLook;
  readonly wireTone: (wire: GraphWire) => WireTone;
}

const flowEdges = (
  wires: readonly GraphWire[],
  selection: ReadonlySet<string>,
  toneOf: (wire: GraphWire) => WireTone,
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
    next.set(
      wire.id,
      isOld
        ? old
        : {
            id: wire.id,
            type: 'wire',
            source: wire.from,
            sourceHandle: wire.port,
            target: wire.to,
            targetHandle: 'in',
            selected,
            data: { type: wire.type, tone },
          },
    );
  }
  return next;
};
