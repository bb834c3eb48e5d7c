import { useMemo, useRef, useState } from 'react';
import { neighboursOf, type Places, placesOfNodes } from '../../../state/graph/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { type FlowNode, flowNodes } from './flow-nodes.ts';
import { useLooks } from './use-looks.tsx';
import { useWires } from './use-wires.tsx';

export type Flow = ReturnType<typeof useFlow>;

/**
 * The shown graph as the canvas wants it; `setMoved` takes places while something is dragged. A drag costs what moves,
 * not what there is: everything else keeps its objects.
 */
export const useFlow = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
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
  const wires = useWires({ graph, places, moved, toneOf: looks.ofWire });
  return { graph, nodes, ...wires, places, neighbours, setMoved };
};
