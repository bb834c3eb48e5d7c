import { type Node, type NodeProps, ReactFlowProvider } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { type GraphNode, readGraph } from '../../../../../core/graph/index.ts';
import {
  agentOf,
  cardWords,
  INPUT,
  inputPortsOf,
  kindWords,
  outputPortsOf,
  sizeOf,
  wiresOf,
} from '../../../../state/graph/index.ts';
import { Canvas, NodeCard, portBounds } from '../../../../ui/canvas/index.ts';
import { Avatar } from '../../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../../session-context.tsx';
import { levelLayout } from '../canvas/level-layout.ts';
import styles from './plan.module.css';

type PlanFlowNode = Node<{ readonly node: GraphNode }, 'card'>;

const PlanCard = memo(({ data: { node } }: NodeProps<PlanFlowNode>) => {
  const { looks } = useSessionBasics();
  const words = cardWords(node);
  const Icon = kindWords[node.kind].icon;
  const look = words.agent === null ? null : lookOf(looks, words.agent);
  return (
    <NodeCard
      icon={<Icon size={15} aria-hidden="true" />}
      title={words.title}
      badge={look && <Avatar initials={look.initials} colour={look.colour} small title={look.name} />}
      text={words.text}
      foot={
        <>
          <span>{words.kind}</span>
          <span>{agentOf(node)}</span>
        </>
      }
      inputs={inputPortsOf(node)}
      outputs={outputPortsOf(node)}
      selected={false}
      connectable={false}
    />
  );
});

const nodeTypes = { card: PlanCard };

/** A proposed graph as it would be drawn; to look at. */
export const PlanCanvas = ({ graph: plain }: { readonly graph: Readonly<Record<string, unknown>> }) => {
  const graph = useMemo(() => readGraph(plain).graph, [plain]);
  const wires = useMemo(() => wiresOf(graph), [graph]);
  const places = useMemo(
    () =>
      levelLayout(
        graph.nodes.map((node) => ({ id: node.id, ...sizeOf(node) })),
        wires,
      ),
    [graph, wires],
  );
  return (
    <ReactFlowProvider>
      <div className={styles.canvas}>
        <Canvas<PlanFlowNode>
          label="Proposed graph"
          nodes={graph.nodes.map((node) => ({
            id: node.id,
            type: 'card',
            position: { ...(places.get(node.id) ?? { x: 0, y: 0 }) },
            data: { node },
            ...sizeOf(node),
            measured: { ...sizeOf(node) },
            handles: [
              ...(portBounds(inputPortsOf(node), outputPortsOf(node), sizeOf(node)) as NonNullable<
                PlanFlowNode['handles']
              >),
            ],
          }))}
          edges={wires.map(({ id, from, to, port }) => ({
            id,
            type: 'wire',
            source: from,
            sourceHandle: port,
            target: to,
            targetHandle: INPUT,
            focusable: false,
            data: { type: 'text' },
          }))}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnScroll
          fitView
        />
      </div>
    </ReactFlowProvider>
  );
};
