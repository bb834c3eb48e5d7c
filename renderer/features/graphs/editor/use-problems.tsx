import { createContext, useContext, useMemo, useRef } from 'react';
import { checkGraph, type GraphProblem } from '../../../../core/graph/index.ts';
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
  const newest = useEditorState((state) => state.graph);
  const checked = useRef(newest);
  if (!sameButPlaces(checked.current, newest)) checked.current = newest;
  const graph = checked.current;
  const reading = useEditorState((state) => state.readingProblems);
  const agents = useAgents();
  const names = useMemo(() => agents.flatMap(({ name, version }) => [name, `${name}@${version}`]), [agents]);
  return useMemo(() => [...reading, ...checkGraph(graph, { agents: names })], [graph, reading, names]);
};
