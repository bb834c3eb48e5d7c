import { createContext, useContext, useDeferredValue, useMemo, useRef } from 'react';
import { checkGraph, type GraphProblem, graphAsData, readGraph } from '../../../../core/graph/index.ts';
import { sameButPlaces } from '../../../state/graph/index.ts';
import { useAgents } from './agents-context.tsx';
import { useEditorState } from './editor-context.tsx';

const none: readonly GraphProblem[] = [];
const ProblemsContext = createContext(none);

export const ProblemsProvider = ProblemsContext;

/** Everything wrong with the graph now. */
export const useProblems = (): readonly GraphProblem[] => useContext(ProblemsContext);

/** Checks the graph whenever something of it has changed that can be wrong; a move is no such thing. */
export const useCheckedGraph = (): readonly GraphProblem[] => {
  const newest = useDeferredValue(useEditorState((state) => state.graph));
  const checked = useRef(newest);
  if (!sameButPlaces(checked.current, newest)) checked.current = newest;
  const graph = checked.current;
  const agents = useAgents();
  const names = useMemo(() => agents.flatMap(({ name, version }) => [name, `${name}@${version}`]), [agents]);
  return useMemo(
    // Written and read once more: what was drawn is held to the same rules as what was typed.
    () => [...readGraph(graphAsData(graph)).problems, ...checkGraph(graph, { agents: names })],
    [graph, names],
  );
};
