import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import {
  type Alignment,
  alignNodes,
  distributeNodes,
  graphIn,
  isDrawnOnly,
  layOut,
  moveNodes,
  placesOfNodes,
  sizeOf,
  wiresOf,
} from '../../../state/graph/index.ts';
import { isAbort, useAct } from '../../../state/index.ts';
import { GRID } from '../../../ui/canvas/index.ts';
import { useEditor } from './editor-context.tsx';
import { useEditorUi } from './editor-ui.tsx';

/** A larger file is shown by its levels at once; a layout of it is worth a wait only when it is asked for. */
const MOST_SETTLED = 1200;

/** Placing nodes: all by a layout found in a worker, or the selected ones along a line. */
export const useArrange = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const act = useAct();
  const flow = useReactFlow();
  return useMemo(() => {
    const shown = () => {
      const { graph, scope, found } = editor.getState();
      const inner = graphIn(graph, scope);
      return { inner, places: placesOfNodes(inner.nodes, found) };
    };
    const find = async (signal: AbortSignal) => {
      const { inner } = shown();
      const nodes = inner.nodes.filter(({ kind }) => !isDrawnOnly(kind));
      return await layOut(
        nodes.map((node) => ({ id: node.id, ...sizeOf(node) })),
        wiresOf(inner),
        GRID,
        signal,
      );
    };
    const showAll = () => requestAnimationFrame(() => void flow.fitView({ padding: 0.06, maxZoom: 1 }));
    /** Everything anew, as one step; what is changed meanwhile stays. */
    const arrange = async () => {
      ui.getState().arranging?.abort();
      const arranging = new AbortController();
      ui.setState({ arranging });
      await act(async () => {
        const places = await find(arranging.signal);
        editor.edit('Arrange', (graph) => moveNodes(graph, places));
        showAll();
      });
      if (ui.getState().arranging === arranging) ui.setState({ arranging: null });
    };
    /** Places for nodes of a file that has none; they are not saved before something is moved. */
    const settle = async (signal: AbortSignal) => {
      const { inner } = shown();
      if (
        inner.nodes.length < 2 ||
        inner.nodes.length > MOST_SETTLED ||
        inner.nodes.some(({ position }) => position !== null)
      )
        return;
      try {
        editor.setFound(await find(signal));
        showAll();
      } catch (error) {
        if (!signal.aborted && !isAbort(error)) throw error;
      }
    };
    const line = (label: string, place: (ids: ReadonlySet<string>) => ReturnType<typeof alignNodes>) => {
      const { selection } = editor.getState();
      if (selection.size < 2) return;
      const moved = place(selection);
      editor.edit(label, (graph) => moveNodes(graph, moved));
    };
    const boxes = (ids: ReadonlySet<string>) => {
      const { inner, places } = shown();
      return inner.nodes.flatMap((node) => {
        const place = places.get(node.id);
        return ids.has(node.id) && place !== undefined ? [{ id: node.id, ...place, ...sizeOf(node) }] : [];
      });
    };
    return {
      arrange,
      settle,
      cancel: () => ui.getState().arranging?.abort(),
      align: (how: Alignment) => line(`Align ${how}`, (ids) => alignNodes(boxes(ids), how)),
      distribute: (axis: 'x' | 'y') =>
        line(axis === 'x' ? 'Distribute across' : 'Distribute down', (ids) =>
          distributeNodes(boxes(ids), axis),
        ),
    };
  }, [editor, ui, act, flow]);
};
