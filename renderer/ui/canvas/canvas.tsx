import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, type Node, ReactFlow, type ReactFlowProps } from '@xyflow/react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';
import { GRID } from './card-size.ts';
import { useFar } from './use-far.tsx';
import { Wire, type WireEdge } from './wire.tsx';

const wires = { wire: Wire };
interface CanvasProps<Card extends Node> extends ReactFlowProps<Card, WireEdge> {
  /** Name of the canvas, where nothing around it has one. */
  readonly label?: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children?: ReactNode;
}

/** The drawing board: dots, cards, wires; what lies on it and what may be done with it is told from outside. */
export const Canvas = <Card extends Node>({ label, className, children, ...rest }: CanvasProps<Card>) => (
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
    {...rest}
  >
    <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
    <Distance />
    {children}
  </ReactFlow>
);

const snapGrid: [number, number] = [GRID, GRID];
const unbranded = { hideAttribution: true };
const fitOptions = { padding: 0.06, maxZoom: 1 };

/** Says to the style sheet from how far one looks; cards are not drawn anew for it. */
const Distance = () => {
  const far = useFar();
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.closest('.react-flow')?.toggleAttribute('data-far', far);
  }, [far]);
  return <span ref={mark} hidden />;
};
