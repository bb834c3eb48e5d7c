import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, type Node, ReactFlow, type ReactFlowProps } from '@xyflow/react';
import type { ReactNode, Ref } from 'react';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';
import { CardDetail, CardsProvider } from './card-detail.tsx';
import { GRID } from './card-size.ts';
import { Wire, type WireEdge } from './wire.tsx';

const wires = { wire: Wire };
interface CanvasProps<Card extends Node> extends ReactFlowProps<Card, WireEdge> {
  /** Name of the canvas, where nothing around it has one. */
  readonly label?: string;
  /** To look at: nothing on it can be moved, wired or selected. */
  readonly readOnly?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children?: ReactNode;
}

/** The drawing board: dots, cards, wires; what lies on it and what may be done with it is told from outside. */
export const Canvas = <Card extends Node>({
  label,
  readOnly = false,
  className,
  children,
  ...rest
}: CanvasProps<Card>) => {
  return (
    <CardsProvider>
      <ReactFlow<Card, WireEdge>
        {...(label !== undefined && { 'aria-label': label })}
        className={classNames(styles.canvas, className)}
        edgeTypes={wires}
        minZoom={0.05}
        maxZoom={2}
        snapGrid={snapGrid}
        proOptions={unbranded}
        onlyRenderVisibleElements
        elevateNodesOnSelect={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        fitViewOptions={fitOptions}
        {...(readOnly && lookedAt)}
        {...rest}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        <CardDetail />
        {children}
      </ReactFlow>
    </CardsProvider>
  );
};

const snapGrid: [number, number] = [GRID, GRID];
const unbranded = { hideAttribution: true };
const lookedAt = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnScroll: true,
} as const;
const fitOptions = { padding: 0.06, maxZoom: 1 };
