import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { moveNodes, nodeTowards, reachedFrom } from '../../../state/graph/index.ts';
import { useInspectorOpen } from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';
import { nodeSentence } from './node-sentence.ts';
import type { Flow } from './use-flow.tsx';

type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const isArrow = (key: string): key is ArrowKey => key.startsWith('Arrow');
const steps: Record<ArrowKey, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const GRID = 8;
const FAR = 5;

/** Keys of the canvas itself; everything that has a name is a command besides. */
export const useCanvasKeys = ({ graph, places, neighbours }: Flow) => {
  const editor = useEditor();
  const ui = useEditorUi();
  const flow = useReactFlow();
  const pane = useRef<HTMLDivElement>(null);
  const [, setInspectorOpen] = useInspectorOpen();
  const scope = useEditorState((state) => state.scope);
  const view = useUiState((state) => state.view);

  // Another graph, or a canvas of another size, is shown whole.
  const shown = useRef({ scope, view });
  useEffect(() => {
    if (shown.current.scope === scope && shown.current.view === view) return;
    shown.current = { scope, view };
    requestAnimationFrame(() => void flow.fitView({ padding: 0.06, maxZoom: 1 }));
  }, [scope, view, flow]);

  const show = useCallback(
    (id: string) => {
      const place = places.get(id);
      if (place === undefined) return;
      const box = pane.current?.getBoundingClientRect();
      if (box === undefined) return;
      const at = flow.flowToScreenPosition({ x: place.x + 120, y: place.y + 52 });
      const inside =
        at.x > box.left + 80 && at.x < box.right - 80 && at.y > box.top + 60 && at.y < box.bottom - 60;
      if (!inside) void flow.setCenter(place.x + 120, place.y + 52, { zoom: flow.getZoom(), duration: 100 });
    },
    [flow, places],
  );
  const open = useCallback(
    (id: string) => {
      const node = graph.nodes.find((one) => one.id === id);
      const inner = node !== undefined && 'graph' in node ? node.graph : null;
      if (inner !== null && inner !== '') {
        editor.enter(inner);
        return;
      }
      editor.select([id]);
      setInspectorOpen(true);
      ui.setState({ focus: { field: node?.kind === 'condition' ? 'title' : 'prompt' } });
    },
    [editor, graph.nodes, setInspectorOpen, ui],
  );
  const walk = useCallback(
    (key: ArrowKey) => {
      const { selection } = editor.getState();
      const all = [...places].map(([id, { x, y }]) => ({ id, x, y }));
      const [current] = [...selection].slice(-1);
      const here = all.find(({ id }) => id === current);
      const next = here === undefined ? all[0]?.id : nodeTowards(key, here, all);
      if (next === undefined) return;
      editor.select([next]);
      editor.say(nodeSentence(graph, neighbours, next));
      show(next);
    },
    [editor, graph, neighbours, places, show],
  );
  const reach = useCallback(
    (key: ArrowKey) => {
      const { selection } = editor.getState();
      if (selection.size === 0) return;
      const next = reachedFrom(selection, key === 'ArrowLeft' ? neighbours.before : neighbours.behind);
      editor.select(next);
      editor.say(`${next.size} nodes selected`);
    },
    [editor, neighbours],
  );
  const move = useCallback(
    (key: ArrowKey, far: boolean) => {
      const { selection } = editor.getState();
      if (selection.size === 0) return;
      const [x, y] = steps[key];
      const by = GRID * (far ? FAR : 1);
      const moved = new Map(
        [...selection].flatMap((id) => {
          const place = places.get(id);
          return place === undefined ? [] : [[id, { x: place.x + x * by, y: place.y + y * by }] as const];
        }),
      );
      editor.edit(
        moved.size === 1 ? 'Move a node' : `Move ${moved.size} nodes`,
        (shown) => moveNodes(shown, moved),
        {
          burst: `move ${[...moved.keys()].join(' ')}`,
        },
      );
    },
    [editor, places],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
      pane.current?.removeAttribute('data-pressed');
      if (event.target !== pane.current || ctrlKey || metaKey) return;
      const handled = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (isArrow(key)) {
        handled();
        if (altKey) move(key, shiftKey);
        else if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) reach(key);
        else walk(key);
        return;
      }
      if (key === 'Tab' && !shiftKey) {
        handled();
        ui.setState({ picker: { kind: 'free' } });
        return;
      }
      const { selection, scope: entered } = editor.getState();
      const [only] = selection;
      if (key === 'Enter' && only !== undefined) {
        handled();
        open(only);
      } else if (key === 'Escape') {
        handled();
        if (selection.size > 0) editor.select([]);
        else if (entered.length > 0) editor.leaveTo(entered.length - 1);
      }
    },
    [editor, ui, walk, reach, move, open],
  );
  /** The library takes the press for itself, and with it the focus that a press gives. */
  const onPointerDown = useCallback((event: { readonly target: EventTarget }) => {
    const target = event.target as HTMLElement;
    if (target.closest('button, input, a') !== null) return;
    // The ring around the canvas is for those who came by keyboard.
    pane.current?.toggleAttribute('data-pressed', true);
    pane.current?.focus({ preventScroll: true });
  }, []);
  /** After a menu, unless what was chosen in it took the focus elsewhere. */
  const focusUnlessElsewhere = useCallback(() => {
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, []);
  return { pane, onKeyDown, onPointerDown, open, show, focusUnlessElsewhere };
};
