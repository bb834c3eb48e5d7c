import { type Connection, type NodeChange, type OnConnectEnd, ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useCallback } from 'react';
import { connect, cycleThrough, fits, moveNodes, OUTPUT } from '../../../state/graph/index.ts';
import { Canvas, CanvasTools } from '../../../ui/canvas/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import styles from './canvas.module.css';
import { CardNode, FrameNode, NoteNode } from './card-node.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { useFlow } from './use-flow.tsx';

const nodeTypes = { card: CardNode, note: NoteNode, frame: FrameNode };

/** Drawing board of the shown graph. */
export const GraphCanvas = ({ children }: { readonly children?: ReactNode }) => {
  const editor = useEditor();
  const { graph, nodes, edges, neighbours, setMoved } = useFlow();

  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moves = new Map<string, { x: number; y: number }>();
      let selection: Set<string> | null = null;
      for (const change of changes) {
        if (change.type === 'position' && change.position !== undefined)
          moves.set(change.id, change.position);
        if (change.type === 'select') {
          selection ??= new Set(editor.getState().selection);
          if (change.selected) selection.add(change.id);
          else selection.delete(change.id);
        }
      }
      if (selection !== null) editor.select(selection, editor.getState().wires);
      if (moves.size > 0) setMoved(moves);
    },
    [editor, setMoved],
  );
  const onDragStop = useCallback(
    (_event: unknown, _node: FlowNode, dragged: readonly FlowNode[]) => {
      const places = new Map(dragged.map(({ id, position }) => [id, position]));
      editor.edit(dragged.length === 1 ? 'Move a node' : `Move ${dragged.length} nodes`, (shown) =>
        moveNodes(shown, places),
      );
      setMoved(null);
    },
    [editor, setMoved],
  );
  const isValid = useCallback(
    ({ source, target }: { readonly source: string; readonly target: string }) => {
      const from = graph.nodes.find(({ id }) => id === source);
      const to = graph.nodes.find(({ id }) => id === target);
      return (
        from !== undefined &&
        to !== undefined &&
        fits(from, to) &&
        cycleThrough(neighbours, source, target) === null
      );
    },
    [graph, neighbours],
  );
  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) =>
      editor.edit('Connect', (shown) =>
        connect(shown, source, target, sourceHandle === OUTPUT ? null : sourceHandle),
      ),
    [editor],
  );
  const onConnectEnd: OnConnectEnd = useCallback(() => {}, []);

  return (
    <ReactFlowProvider>
      <div className={styles.pane}>
        <Canvas<FlowNode>
          label={`Canvas of ${graph.name ?? 'the graph'}`}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={onDragStop}
          onSelectionDragStop={(event, dragged) => dragged[0] && onDragStop(event, dragged[0], dragged)}
          onEdgesChange={(changes) => {
            const chosen = changes.filter((change) => change.type === 'select');
            if (chosen.length === 0) return;
            const wires = new Set(editor.getState().wires);
            for (const change of chosen) {
              if (change.selected) wires.add(change.id);
              else wires.delete(change.id);
            }
            editor.select(editor.getState().selection, wires);
          }}
          isValidConnection={isValid}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          connectionRadius={40}
          snapToGrid
          panOnScroll
          panOnDrag={[0, 1]}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          nodesFocusable={false}
          edgesFocusable={false}
          fitView
        >
          <CanvasTools map={nodes.length > 1} />
          {children}
        </Canvas>
      </div>
    </ReactFlowProvider>
  );
};
