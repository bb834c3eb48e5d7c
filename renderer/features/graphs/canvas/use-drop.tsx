import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback } from 'react';
import { nodePatterns, wireEnds } from '../../../state/graph/index.ts';
import { DRAGGED_PATTERN } from '../editor/palette.tsx';
import { useInsert } from '../editor/use-insert.tsx';
import type { Flow } from './use-flow.tsx';

/** Kinds dragged out of the palette: onto a wire they go into it, elsewhere where they were let go. */
export const useDrop = (wireAt: Flow['wireAt']) => {
  const insert = useInsert();
  const flow = useReactFlow();
  const onDragOver = useCallback((event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED_PATTERN)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }, []);
  const onDrop = useCallback(
    (event: DragEvent) => {
      const id = event.dataTransfer.getData(DRAGGED_PATTERN);
      const pattern = nodePatterns.find((one) => one.id === id);
      if (pattern === undefined) return;
      event.preventDefault();
      const wire = wireAt(event);
      if (wire !== undefined) {
        insert(pattern, { kind: 'wire', ...wireEnds(wire.id) });
        return;
      }
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX - 60, y: event.clientY - 20 });
      insert(pattern, { kind: 'at', x, y });
    },
    [insert, flow, wireAt],
  );
  return { onDragOver, onDrop };
};
