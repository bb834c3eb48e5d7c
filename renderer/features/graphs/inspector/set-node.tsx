import { useCallback } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { changeNode } from '../../../state/graph/index.ts';
import { useEditor } from '../editor/editor-context.tsx';

/** Changes one field of a node; typing in one field is one step. */
export type SetField = (field: string, value: unknown, word?: string) => void;

export const useSetField = (node: GraphNode): SetField => {
  const editor = useEditor();
  const { id, title } = node;
  return useCallback(
    (field, value, word = field) =>
      editor.edit(
        `Change ${word} of ${title ?? id}`,
        (graph) => changeNode(graph, id, (before) => ({ ...before, [field]: value }) as unknown as GraphNode),
        { burst: `${id} ${field}` },
      ),
    [editor, id, title],
  );
};
