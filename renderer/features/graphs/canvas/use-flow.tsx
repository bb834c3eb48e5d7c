import { useMemo, useRef, useState } from 'react';
import { neighboursOf, type Places, placesOfNodes, wiresOf } from '../../../state/graph/index.ts';
import type { WireEdge } from '../../../ui/canvas/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { flowEdges } from './flow-edges.ts';
import { type FlowNode, flowNodes } from './flow-nodes.ts';
import { useLooks } from './use-looks.tsx';

export type Flow = ReturnType<typeof useFlow>;

/** The shown graph as the canvas wants it; `setMoved` takes places while something is dragged. */
export const useFlow = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const wireSelection = useEditorState((state) => state.wires);
  const found = useEditorState((state) => state.found);
  const [moved, setMoved] = useState<Places | null>(null);
  const places = useMemo(() => placesOfNodes(graph.nodes, found), [graph.nodes, found]);
  const shown = useMemo(() => (moved === null ? places : new Map([...places, ...moved])), [places, moved]);
  const neighbours = useMemo(() => neighboursOf(graph), [graph]);
  const looks = useLooks(graph);
  const nodesBefore = useRef<ReadonlyMap<string, FlowNode>>(new Map());
  const nodes = useMemo(() => {
    const input = { nodes: graph.nodes, places: shown, selection, lookOf: looks.ofNode };
    nodesBefore.current = flowNodes(input, nodesBefore.current);
    return [...nodesBefore.current.values()];
  }, [graph.nodes, shown, selection, looks]);
  const wires = useMemo(() => wiresOf(graph), [graph]);
  const edgesBefore = useRef<ReadonlyMap<string, WireEdge>>(new Map());
  const edges = useMemo(() => {
    edgesBefore.current = flowEdges(wires, wireSelection, looks.ofWire, edgesBefore.current);
    return [...edgesBefore.current.values()];
  }, [wires, wireSelection, looks]);
  return { graph, nodes, edges, places, neighbours, setMoved };
};
