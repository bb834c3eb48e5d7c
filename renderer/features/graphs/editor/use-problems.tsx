import { createContext, useContext, useMemo } from 'react';
import { checkGraph, type GraphProblem } from '../../../../core/graph/index.ts';
import { useEditorState } from './editor-context.tsx';

const none: readonly GraphProblem[] = [];
const ProblemsContext = createContext(none);

export const ProblemsProvider = ProblemsContext;

/** Everything wrong with the graph now. */
export const useProblems = (): readonly GraphProblem[] => useContext(ProblemsContext);

/** Checks the graph whenever it has changed; `agents` as `Name` and `Name@version`. */
export const useCheckedGraph = (agents: readonly string[] | null): readonly GraphProblem[] => {
  const graph = useEditorState((state) => state.graph);
  const reading = useEditorState((state) => state.readingProblems);
  return useMemo(
    () => [...reading, ...checkGraph(graph, agents === null ? {} : { agents })],
    [graph, reading, agents],
  );
};
