import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { moveNodes, type Places } from '../../../state/graph/index.ts';
import type { WireEdge } from '../../../ui/canvas/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import type { FlowNode } from './flow-nodes.ts';
import type { Flow } from './use-flow.tsx';

/** Takes what the canvas reports into the editor: selection at once, places when the drag is over. */
export const useChanges = ({ graph, places, setMoved }: Flow) => {
  const editor = useEditor();
  const moved = useRef<Places>(new Map());

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
      setMoved(moved.current);
    },
    [editor, graph.nodes, places, setMoved],
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
