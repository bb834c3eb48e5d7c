import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Graph } from '../../../../core/graph/index.ts';
import { type EditorState, type GraphEditor, graphIn } from '../../../state/graph/index.ts';

const EditorContext = createContext<GraphEditor | null>(null);

export const EditorProvider = EditorContext;

/** The graph being edited. */
export const useEditor = (): GraphEditor => {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('the editor needs an EditorProvider above it');
  return editor;
};

export const useEditorState = <T,>(select: (state: EditorState) => T): T => useStore(useEditor(), select);

/** The graph that is shown: the file's own, or the one entered. */
export const useShownGraph = (): Graph => {
  const graph = useEditorState((state) => state.graph);
  const scope = useEditorState((state) => state.scope);
  return useMemo(() => graphIn(graph, scope), [graph, scope]);
};
