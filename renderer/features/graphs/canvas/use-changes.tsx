import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { moveNodes, type Places } from '../../../state/graph/index.ts';
import type { WireEdge } from '../../../ui/canvas/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import type { FlowNode } from './flow-nodes.ts';
import type { Flow } from './use-flow.tsx';

/** Takes what the canvas reports into the editor: selection at once, places when the drag is over. */
export const useChanges = ({ graph, places, setMoved }: Flow) => {
  const editor = useEditor();
  const moved = useRef<Places>(new Map());
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  /** Once a frame, and within it: pointer and canvas may both move a card, and the browser lays out once. */
  const showMoved = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      flushSync(() => setMoved(moved.current));
    });
  }, [setMoved]);

  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moves = new Map<string, { readonly x: number; readonly y: number }>();
      for (const change of changes) {
        if (change.type === 'position' && change.position !== undefined)
          moves.set(change.id, change.position);
      }
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const { selection, wires } = editor.getState();
        editor.select(withChoices(selection, chosen), wires);
      }
      if (moves.size === 0) return;
      moved.current = withFrames(graph.nodes, places, moves);
      showMoved();
    },
    [editor, graph.nodes, places, showMoved],
  );
  const onEdgesChange = useCallback(
    (changes: readonly EdgeChange<WireEdge>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const { selection, wires } = editor.getState();
      editor.select(selection, withChoices(wires, chosen));
    },
    [editor],
  );
  const onNodeDragStop = useCallback(() => {
    const now = moved.current;
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    moved.current = new Map();
    setMoved(null);
    if (now.size === 0) return;
    editor.edit(now.size === 1 ? 'Move a node' : `Move ${now.size} nodes`, (shown) => moveNodes(shown, now));
  }, [editor, setMoved]);
  return { onNodesChange, onEdgesChange, onNodeDragStop, onSelectionDragStop: onNodeDragStop };
};

const withChoices = (
  before: ReadonlySet<string>,
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): ReadonlySet<string> => {
  const next = new Set(before);
  for (const { id, selected } of changes) {
    if (selected) next.add(id);
    else next.delete(id);
  }
  return next;
};

/** A frame takes along what it holds. */
const withFrames = (
  nodes: Flow['graph']['nodes'],
  places: Places,
  moves: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Places => {
  const all = new Map(moves);
  for (const node of nodes) {
    const to = moves.get(node.id);
    const from = places.get(node.id);
    if (node.kind !== 'frame' || to === undefined || from === undefined) continue;
    for (const id of node.nodes) {
      const place = places.get(id);
      if (place === undefined || moves.has(id)) continue;
      all.set(id, { x: place.x + to.x - from.x, y: place.y + to.y - from.y });
    }
  }
  return all;
};
