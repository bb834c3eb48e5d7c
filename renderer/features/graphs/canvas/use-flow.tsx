import { useMemo, useRef, useState } from 'react';
import { neighboursOf, type Places, placesOfNodes, wiresOf } from '../../../state/graph/index.ts';
import { useFar, type WireEdge } from '../../../ui/canvas/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { flowEdges } from './flow-edges.ts';
import { type FlowNode, flowNodes } from './flow-nodes.ts';
import { sheetWires } from './sheet-wires.ts';
import { useLooks } from './use-looks.tsx';

const noEdges: WireEdge[] = [];

export type Flow = ReturnType<typeof useFlow>;

/**
 * The shown graph as the canvas wants it; `setMoved` takes places while something is dragged. A drag costs what moves,
 * not what there is: everything else keeps its objects.
 */
export const useFlow = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const wireSelection = useEditorState((state) => state.wires);
  const found = useEditorState((state) => state.found);
  const [moved, setMoved] = useState<Places | null>(null);
  const places = useMemo(() => placesOfNodes(graph.nodes, found), [graph.nodes, found]);
  const neighbours = useMemo(() => neighboursOf(graph), [graph]);
  const looks = useLooks(graph);
  const nodesBefore = useRef<ReadonlyMap<string, FlowNode>>(new Map());
  const still = useMemo(() => {
    const input = { nodes: graph.nodes, places, selection, lookOf: looks.ofNode };
    nodesBefore.current = flowNodes(input, nodesBefore.current);
    return [...nodesBefore.current.values()];
  }, [graph.nodes, places, selection, looks]);
  const nodes = useMemo(() => {
    if (moved === null) return still;
    return still.map((node) => {
      const position = moved.get(node.id);
      return position === undefined ? node : { ...node, position };
    });
  }, [still, moved]);

  const far = useFar();
  const wires = useMemo(() => wiresOf(graph), [graph]);
  const edgesBefore = useRef<ReadonlyMap<string, WireEdge>>(new Map());
  const edges = useMemo(() => {
    if (far) return noEdges;
    edgesBefore.current = flowEdges(wires, wireSelection, looks.ofWire, edgesBefore.current);
    return [...edgesBefore.current.values()];
  }, [far, wires, wireSelection, looks]);
  const movingIds = moved === null ? '' : [...moved.keys()].join('\u0000');
  const parted = useMemo(() => {
    const moving = new Set(movingIds === '' ? [] : movingIds.split('\u0000'));
    const touches = ({ from, to }: (typeof wires)[number]) => moving.has(from) || moving.has(to);
    return { still: wires.filter((wire) => !touches(wire)), moving: wires.filter(touches) };
  }, [wires, movingIds]);
  const stillSheet = useMemo(
    () => (far ? sheetWires(parted.still, graph.nodes, places, looks.ofWire) : null),
    [far, parted, graph.nodes, places, looks],
  );
  const movingSheet = useMemo(() => {
    if (!far || moved === null) return null;
    return sheetWires(parted.moving, graph.nodes, new Map([...places, ...moved]), looks.ofWire);
  }, [far, parted, graph.nodes, places, moved, looks]);
  return { graph, nodes, edges, stillSheet, movingSheet, places, neighbours, setMoved };
};
