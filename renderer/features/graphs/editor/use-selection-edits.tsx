import { useMemo } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import {
  addNodes,
  changeNodes,
  disconnect,
  graphIn,
  newNode,
  nodePatterns,
  placesOfNodes,
  removeNodes,
  sizeOf,
  wireEnds,
} from '../../../state/graph/index.ts';
import { useEditor } from './editor-context.tsx';

/** What can be done to whatever is selected. */
export const useSelectionEdits = () => {
  const editor = useEditor();
  return useMemo(() => {
    const selected = () => {
      const { graph, scope, selection } = editor.getState();
      return graphIn(graph, scope).nodes.filter(({ id }) => selection.has(id));
    };
    const count = (nodes: readonly GraphNode[]) =>
      nodes.length === 1 ? (nodes[0]?.title ?? nodes[0]?.id ?? '') : `${nodes.length} nodes`;
    const remove = () => {
      const { wires } = editor.getState();
      const nodes = selected();
      if (nodes.length > 0) {
        editor.edit(`Delete ${count(nodes)}`, (graph) =>
          removeNodes(graph, new Set(nodes.map(({ id }) => id))),
        );
      } else if (wires.size > 0) {
        editor.edit(wires.size === 1 ? 'Delete a wire' : `Delete ${wires.size} wires`, (graph) =>
          disconnect(graph, [...wires].map(wireEnds)),
        );
      }
    };
    const toggle = (field: 'disabled' | 'breakpoint', on: string, off: string) => () => {
      const nodes = selected();
      if (nodes.length === 0) return;
      const next = nodes.some((node) => !node[field]);
      editor.edit(`${next ? on : off} ${count(nodes)}`, (graph) =>
        changeNodes(graph, new Set(nodes.map(({ id }) => id)), (node) =>
          node[field] === next ? node : { ...node, [field]: next },
        ),
      );
    };
    const selectAll = () => {
      const { graph, scope } = editor.getState();
      editor.select(graphIn(graph, scope).nodes.map(({ id }) => id));
    };
    const frame = () => {
      const { graph, scope, found } = editor.getState();
      const shown = graphIn(graph, scope);
      const places = placesOfNodes(shown.nodes, found);
      const boxes = selected().flatMap((node) => {
        const place = places.get(node.id);
        return place === undefined ? [] : [{ ...place, ...sizeOf(node) }];
      });
      const pattern = nodePatterns.find(({ id }) => id === 'frame');
      if (boxes.length === 0 || pattern === undefined) return;
      const x = Math.min(...boxes.map((box) => box.x)) - FRAME.side;
      const y = Math.min(...boxes.map((box) => box.y)) - FRAME.top;
      const width = Math.max(...boxes.map((box) => box.x + box.width)) + FRAME.side - x;
      const height = Math.max(...boxes.map((box) => box.y + box.height)) + FRAME.side - y;
      const node = newNode(shown, pattern, x, y);
      if (node?.kind !== 'frame') return;
      const nodes = selected().map(({ id }) => id);
      editor.edit(
        'Put a frame around',
        (now) => addNodes(now, [{ ...node, nodes, size: { width, height } }]),
        {
          select: [node.id],
        },
      );
    };
    return {
      selected,
      frame,
      remove,
      selectAll,
      disable: toggle('disabled', 'Disable', 'Enable'),
      breakpoint: toggle('breakpoint', 'Set a breakpoint at', 'Take the breakpoint from'),
    };
  }, [editor]);
};

/** Room between a frame and what it holds, in pixels. */
const FRAME = { side: 24, top: 44 } as const;
