import { type NodeProps, useReactFlow } from '@xyflow/react';
import { memo, type PointerEvent, useRef, useState } from 'react';
import { cardWords, resizeFrame, type Size, sizeOf } from '../../../state/graph/index.ts';
import { GRID } from '../../../ui/canvas/index.ts';
import { classNames } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import styles from './canvas.module.css';
import type { FlowNode } from './flow-nodes.ts';

/** A frame around other cards; its lower right corner is drawn to another size. */
export const FrameNode = memo(({ data, selected = false }: NodeProps<FlowNode>) => {
  const [drawn, setDrawn] = useState<Size | null>(null);
  return (
    <div className={classNames(styles.frame, selected && styles.frameSelected)} style={drawn ?? undefined}>
      <p className={styles.frameTitle}>{cardWords(data.node).title}</p>
      {selected && data.change === null && <Corner node={data.node} onDraw={setDrawn} />}
    </div>
  );
});

interface CornerProps {
  readonly node: FlowNode['data']['node'];
  /** The size while it is drawn, null afterwards. */
  readonly onDraw: (size: Size | null) => void;
}

/** By pointer only: with keys the size is a field of the inspector. */
const Corner = ({ node, onDraw }: CornerProps) => {
  const editor = useEditor();
  const flow = useReactFlow();
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const sizeAt = ({ clientX, clientY }: PointerEvent): Size | null => {
    if (start.current === null) return null;
    const { width, height } = sizeOf(node);
    const zoom = flow.getZoom();
    return {
      width: width + (clientX - start.current.x) / zoom,
      height: height + (clientY - start.current.y) / zoom,
    };
  };
  return (
    <span
      className={classNames(styles.corner, 'nodrag', 'nopan')}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        const size = sizeAt(event);
        if (size !== null) onDraw(size);
      }}
      onPointerUp={(event) => {
        const size = sizeAt(event);
        start.current = null;
        onDraw(null);
        if (size !== null) editor.edit('Resize a frame', (graph) => resizeFrame(graph, node.id, size, GRID));
      }}
      onPointerCancel={() => {
        start.current = null;
        onDraw(null);
      }}
    />
  );
};
