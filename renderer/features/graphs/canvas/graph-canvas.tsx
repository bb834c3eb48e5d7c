import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useMemo } from 'react';
import { wireEnds } from '../../../state/graph/index.ts';
import { Canvas, CanvasTools, InsertOnWire, WireSheet } from '../../../ui/canvas/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';
import styles from './canvas.module.css';
import { CanvasMenu } from './canvas-menu.tsx';
import { CardNode, NoteNode } from './card-node.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { FrameNode } from './frame-node.tsx';
import { useCanvasKeys } from './use-canvas-keys.tsx';
import { useCanvasMenu } from './use-canvas-menu.tsx';
import { useChanges } from './use-changes.tsx';
import { useDrop } from './use-drop.tsx';
import { useFlow } from './use-flow.tsx';
import { useTrace } from './use-trace.tsx';
import { useWiring } from './use-wiring.tsx';

const nodeTypes = { card: CardNode, note: NoteNode, frame: FrameNode };
/** So many cards are never all in sight at once: the map shows the whole. */
const LARGE = { nodes: 1200, zoom: 0.2 } as const;
const PAN_BUTTONS = [0, 1];
const MORE_KEYS = ['Shift', 'Meta', 'Control'];

/** Drawing board of the shown graph. */
export const GraphCanvas = ({ children }: { readonly children?: ReactNode }) => {
  const editor = useEditor();
  const ui = useEditorUi();
  const hint = useUiState((state) => state.hint);
  const name = useEditorState((state) => state.name);
  const flow = useFlow();
  const changes = useChanges(flow);
  const wiring = useWiring(flow);
  const drop = useDrop(flow.wireAt);
  const keys = useCanvasKeys(flow);
  const { menu, handlers, onMenuKey, close } = useCanvasMenu(flow, keys.pane);
  useTrace(flow);
  const large = flow.nodes.length > LARGE.nodes;
  const frames = useMemo(
    () => new Set(flow.graph.nodes.filter(({ kind }) => kind === 'frame').map(({ id }) => id)),
    [flow.graph],
  );
  const colourOf = useCallback(
    (id: string) => (frames.has(id) ? 'transparent' : 'var(--line-strong)'),
    [frames],
  );
  // The same functions each time: with others every card would be drawn again at each step of a drag.
  const { open } = keys;
  const onNodeDoubleClick = useCallback((_: unknown, { id }: FlowNode) => open(id), [open]);
  const { wireAt } = flow;
  const onPaneClick = useCallback(
    (event: MouseEvent) => editor.select([], [wireAt(event)?.id ?? []].flat()),
    [editor, wireAt],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onMenuKey(event)) keys.onKeyDown(event);
  };
  const insertOnWire = useMemo(
    () => (wire: string) => ui.setState({ picker: { kind: 'wire', ...wireEnds(wire) } }),
    [ui],
  );
  return (
    <div className={styles.pane}>
      <InsertOnWire value={insertOnWire}>
        <Canvas<FlowNode>
          ref={keys.pane}
          label={`Canvas of ${name}`}
          aria-description="Arrow keys walk the graph, Enter opens a node, Tab adds one, Shift and Tab leaves. The view List holds the same graph as a table."
          tabIndex={0}
          onKeyDown={onKeyDown}
          {...handlers}
          onPointerDownCapture={keys.onPointerDown}
          onDragOver={drop.onDragOver}
          onDrop={drop.onDrop}
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={nodeTypes}
          {...changes}
          {...wiring}
          onNodeDoubleClick={onNodeDoubleClick}
          onPaneClick={onPaneClick}
          onPaneMouseMove={flow.onPaneMouseMove}
          onlyRenderVisibleElements={large}
          connectionRadius={40}
          snapToGrid
          panOnScroll
          panOnDrag={PAN_BUTTONS}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={MORE_KEYS}
          nodesFocusable={false}
          edgesFocusable={false}
          fitView={!large}
          minZoom={large ? LARGE.zoom : 0.05}
        >
          {flow.stillSheet !== null && <WireSheet wires={flow.stillSheet} bold={flow.far} />}
          {flow.movingSheet !== null && <WireSheet wires={flow.movingSheet} bold={flow.far} />}
          <CanvasTools map={flow.nodes.length > 1} colourOf={colourOf} />
        </Canvas>
      </InsertOnWire>
      <CanvasMenu menu={menu} onClose={close} onOpenNode={open} focusCanvas={keys.focusUnlessElsewhere} />
      {hint !== null && (
        <div className={styles.hint} role="alert">
          {hint}
        </div>
      )}
      {children}
    </div>
  );
};
