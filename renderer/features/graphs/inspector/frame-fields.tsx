import { useState } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { resizeFrame, sizeOf } from '../../../state/graph/index.ts';
import { GRID } from '../../../ui/canvas/index.ts';
import { Field, NumberInput } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';

/** Size of a frame in pixels, for those who do not draw it; in steps of the grid. */
export const FrameFields = ({ node }: { readonly node: GraphNode }) => {
  if (node.kind !== 'frame') return null;
  const { width, height } = sizeOf(node);
  return (
    <div className={styles.pair}>
      <SideField key={`width ${width}`} label="Width" side="width" node={node} />
      <SideField key={`height ${height}`} label="Height" side="height" node={node} />
    </div>
  );
};

interface SideFieldProps {
  readonly label: string;
  readonly side: 'width' | 'height';
  readonly node: GraphNode;
}

/** Taken over when it is left: half a number is no size. */
const SideField = ({ label, side, node }: SideFieldProps) => {
  const editor = useEditor();
  const size = sizeOf(node);
  const [typed, setTyped] = useState<number | undefined>(size[side]);
  const commit = () => {
    const next = { ...size, [side]: typed ?? size[side] };
    setTyped(size[side]);
    editor.edit('Resize a frame', (graph) => resizeFrame(graph, node.id, next, GRID));
  };
  return (
    <Field label={label}>
      <NumberInput
        value={typed}
        step={GRID}
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </Field>
  );
};
