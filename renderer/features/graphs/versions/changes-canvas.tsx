import { ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import { agentOf, type GraphComparison, placesOfNodes, wiresOf } from '../../../state/graph/index.ts';
import { looksOf } from '../../../state/index.ts';
import { Canvas, CanvasTools } from '../../../ui/canvas/index.ts';
import { CardNode, NoteNode } from '../canvas/card-node.tsx';
import { flowEdges } from '../canvas/flow-edges.ts';
import { type FlowNode, flowNodes } from '../canvas/flow-nodes.ts';
import { FrameNode } from '../canvas/frame-node.tsx';
import styles from './versions.module.css';

const nodeTypes = { card: CardNode, note: NoteNode, frame: FrameNode };
const none: ReadonlySet<string> = new Set();

/** Both states in one drawing: what came, what went, what changed and what is wired differently. */
export const ChangesCanvas = ({ comparison }: { readonly comparison: GraphComparison }) => {
  const { together, nodes: changes, wires: wireChanges } = comparison;
  const nodes = useMemo(() => {
    const names = together.nodes.flatMap((node) => agentOf(node)?.split('@')[0] ?? []);
    const looks = looksOf([...new Set(names)]);
    const flow = flowNodes(
      {
        nodes: together.nodes,
        places: placesOfNodes(together.nodes, new Map()),
        selection: none,
        lookOf: (node) => ({
          look: looks.get(agentOf(node)?.split('@')[0] ?? '') ?? null,
          problem: null,
          tone: null,
          ports: null,
          change: changes.get(node.id) ?? null,
        }),
      },
      new Map(),
    );
    return [...flow.values()];
  }, [together, changes]);
  const edges = useMemo(
    () => [...flowEdges(wiresOf(together), none, ({ id }) => wireChanges.get(id), new Map()).values()],
    [together, wireChanges],
  );
  return (
    <div className={styles.canvas}>
      <ReactFlowProvider>
        <Canvas<FlowNode>
          label="Changes on the canvas"
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          readOnly
          fitView
        >
          <CanvasTools map={false} />
        </Canvas>
      </ReactFlowProvider>
    </div>
  );
};
