import { useMemo } from 'react';
import type { Graph, GraphNode, GraphProblem } from '../../../../core/graph/index.ts';
import { agentOf, type GraphWire } from '../../../state/graph/index.ts';
import { looksOf } from '../../../state/index.ts';
import type { WireData } from '../../../ui/canvas/index.ts';
import { useUiState } from '../editor/editor-ui.tsx';
import { useProblems } from '../editor/use-problems.tsx';
import type { NodeLook } from './flow-nodes.ts';

export interface Looks {
  readonly ofNode: (node: GraphNode) => NodeLook;
  readonly ofWire: (wire: GraphWire) => WireData['tone'];
}

/** How each node and each wire looks now. */
export const useLooks = (graph: Graph): Looks => {
  const problems = useProblems();
  const mood = useUiState((state) => state.mood);
  const agents = useMemo(() => {
    const names = graph.nodes.flatMap((node) => agentOf(node)?.split('@')[0] ?? []);
    return looksOf([...new Set(names)]);
  }, [graph.nodes]);
  const worst = useMemo(() => worstByNode(problems), [problems]);
  return useMemo(
    () => ({
      ofNode: (node) => {
        const agent = agentOf(node)?.split('@')[0];
        const inMood = mood?.nodes.has(node.id) === true;
        return {
          look: agent === undefined ? null : (agents.get(agent) ?? null),
          problem: worst.get(node.id) ?? null,
          tone: mood === null ? null : !inMood ? 'dimmed' : mood.kind === 'tracing' ? 'lit' : null,
          change: null,
          ports: mood?.kind === 'tracing' ? (mood.ports.get(node.id) ?? null) : null,
        };
      },
      ofWire: ({ id }) => {
        if (mood?.kind !== 'tracing') return undefined;
        return mood.wires.has(id) ? 'lit' : 'dimmed';
      },
    }),
    [agents, worst, mood],
  );
};

const worstByNode = (problems: readonly GraphProblem[]): ReadonlyMap<string, 'error' | 'warning'> => {
  const worst = new Map<string, 'error' | 'warning'>();
  for (const { node, severity } of problems) {
    if (node !== null && worst.get(node) !== 'error') worst.set(node, severity);
  }
  return worst;
};
