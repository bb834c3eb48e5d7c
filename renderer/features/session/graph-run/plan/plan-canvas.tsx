import { type NodeProps, ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, memo, useMemo } from 'react';
import { useStore } from 'zustand';
import {
  agentOf,
  cardFace,
  cardWords,
  type GraphEditor,
  nodeTowards,
} from '../../../../state/graph/index.ts';
import { Canvas, CanvasTools, NodeCard } from '../../../../ui/canvas/index.ts';
import { Avatar } from '../../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../../session-context.tsx';
import styles from './plan.module.css';
import type { PlanEdits } from './plan-edits.ts';
import { type PlanFlowNode, planFlow } from './plan-flow.ts';

const PlanCard = memo(({ data: { node }, selected = false }: NodeProps<PlanFlowNode>) => {
  const { looks } = useSessionBasics();
  const words = cardWords(node);
  const look = words.agent === null ? null : lookOf(looks, words.agent);
  return (
    <NodeCard
      {...cardFace(node)}
      badge={look && <Avatar initials={look.initials} colour={look.colour} small title={look.name} />}
      foot={
        <>
          <span>{words.kind}</span>
          <span>{agentOf(node)}</span>
        </>
      }
      selected={selected}
    />
  );
});

const nodeTypes = { card: PlanCard };

interface PlanCanvasProps {
  readonly editor: GraphEditor;
  readonly edits: PlanEdits;
  /** Told why a wire was not drawn; null once one was. */
  readonly onRefused: (sentence: string | null) => void;
}

/** A proposed graph, to look at and to correct: a press selects, a wire from port to port is a dependency. */
export const PlanCanvas = ({ editor, edits, onRefused }: PlanCanvasProps) => {
  const graph = useStore(editor, (state) => state.graph);
  const selection = useStore(editor, (state) => state.selection);
  const wires = useStore(editor, (state) => state.wires);
  const flow = useMemo(() => planFlow(graph, selection, wires), [graph, selection, wires]);
  const onKeyDown = (event: KeyboardEvent) => {
    const done = keyDoer(event, editor, edits, flow.nodes);
    if (done === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  return (
    <ReactFlowProvider>
      <div className={styles.canvas}>
        <Canvas<PlanFlowNode>
          label="Proposed graph"
          aria-description="Arrow keys walk the steps, Delete takes the selected one away, the form beside it changes it."
          tabIndex={0}
          onKeyDown={onKeyDown}
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          onNodeClick={(_, { id }) => editor.select([id])}
          onEdgeClick={(_, { id }) => editor.select([], [id])}
          onPaneClick={() => editor.select([])}
          onConnect={({ source, target }) => onRefused(edits.wire(source, target))}
          panOnScroll
          fitView
        >
          <CanvasTools map={false} />
        </Canvas>
      </div>
    </ReactFlowProvider>
  );
};

/** What a key does here; undefined for those that mean nothing. */
const keyDoer = (
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  editor: GraphEditor,
  edits: PlanEdits,
  nodes: readonly PlanFlowNode[],
): (() => void) | undefined => {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey)) return editor.redo;
    return key.toLowerCase() === 'z' ? editor.undo : undefined;
  }
  if (key === 'Delete' || key === 'Backspace') return edits.remove;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight' && key !== 'ArrowUp' && key !== 'ArrowDown')
    return undefined;
  const places = nodes.map(({ id, position }) => ({ id, ...position }));
  const [current] = editor.getState().selection;
  const here = places.find(({ id }) => id === current);
  const next = here === undefined ? places[0]?.id : nodeTowards(key, here, places);
  return () => next !== undefined && editor.select([next]);
};
