import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useMemo, useState } from 'react';
import type { WireEdge } from '../../../ui/canvas/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import type { FlowNode } from './flow-nodes.ts';
import type { Flow } from './use-flow.tsx';

/** What was asked for a menu, and where: in pixels of the window. */
export interface CanvasMenuState {
  readonly kind: 'nodes' | 'wire' | 'canvas';
  readonly x: number;
  readonly y: number;
}

type Pressed = MouseEvent | globalThis.MouseEvent;

/** Menus of the canvas: by the other button of the pointer, and by the keys that stand for it. */
export const useCanvasMenu = ({ wireAt, places }: Flow, pane: RefObject<HTMLElement | null>) => {
  const editor = useEditor();
  const flow = useReactFlow();
  const [menu, setMenu] = useState<CanvasMenuState | null>(null);
  const open = useCallback((event: Pressed, kind: CanvasMenuState['kind']) => {
    event.preventDefault();
    setMenu({ kind, x: event.clientX, y: event.clientY });
  }, []);
  const handlers = useMemo(
    () => ({
      onNodeContextMenu: (event: MouseEvent, { id }: FlowNode) => {
        if (!editor.getState().selection.has(id)) editor.select([id]);
        open(event, 'nodes');
      },
      onSelectionContextMenu: (event: MouseEvent) => open(event, 'nodes'),
      onEdgeContextMenu: (event: MouseEvent, { id }: WireEdge) => {
        editor.select([], [id]);
        open(event, 'wire');
      },
      onPaneContextMenu: (event: Pressed) => {
        const wire = wireAt(event);
        editor.select([], wire === undefined ? [] : [wire.id]);
        open(event, wire === undefined ? 'canvas' : 'wire');
      },
      // The browser's own, which the keys bring besides ours.
      onContextMenu: (event: MouseEvent) => event.target === pane.current && event.preventDefault(),
    }),
    [editor, open, wireAt, pane],
  );
  /** Opens the menu of what is selected, beside it; true where the key was one of those. */
  const onMenuKey = useCallback(
    (event: KeyboardEvent): boolean => {
      const isAsked = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      const box = pane.current?.getBoundingClientRect();
      if (!isAsked || box === undefined || event.target !== pane.current) return false;
      event.preventDefault();
      event.stopPropagation();
      const { selection, wires } = editor.getState();
      const [last] = [...selection].slice(-1);
      const place = last === undefined ? undefined : places.get(last);
      const at =
        place === undefined
          ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
          : flow.flowToScreenPosition({ x: place.x + 24, y: place.y + 24 });
      const kind = selection.size > 0 ? 'nodes' : wires.size > 0 ? 'wire' : 'canvas';
      setMenu({ kind, x: within(at.x, box.left, box.right), y: within(at.y, box.top, box.bottom) });
      return true;
    },
    [editor, flow, pane, places],
  );
  const close = useCallback(() => setMenu(null), []);
  return { menu, handlers, onMenuKey, close };
};

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
