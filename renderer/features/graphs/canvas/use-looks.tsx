import { useMemo } from 'react';
import type { Graph, GraphNode, GraphProblem } from '../../../../core/graph/index.ts';
import { agentOf, type Neighbours } from '../../../state/graph/index.ts';
import { looksOf } from '../../../state/index.ts';
import { useProblems } from '../editor/use-problems.tsx';
import type { NodeLook } from './flow-nodes.ts';
import type { Looks } from './use-flow.tsx';

/** How each node and each wire looks now. */
export const useLooks = (graph: Graph, _neighbours: Neighbours): Looks => {
  const problems = useProblems();
  const agents = useMemo(() => {
    const names = graph.nodes.flatMap((node) => agentOf(node)?.split('@')[0] ?? []);
    return looksOf([...new Set(names)]);
  }, [graph.nodes]);
  const worst = useMemo(() => worstByNode(problems), [problems]);
  return useMemo(() => {
    const look = (node: GraphNode): NodeLook => {
      const agent = agentOf(node)?.split('@')[0];
      return {
        look: agent === undefined ? null : (agents.get(agent) ?? null),
        problem: worst.get(node.id) ?? null,
        tone: null,
        change: null,
      };
    };
    return Object.assign(look, { wireTone: () => undefined });
  }, [agents, worst]);
};

const worstByNode = (problems: readonly GraphProblem[]): ReadonlyMap<string, 'error' | 'warning'> => {
  const worst = new Map<string, 'error' | 'warning'>();
  for (const { node, severity } of problems) {
    if (node !== null && worst.get(node) !== 'error') worst.set(node, severity);
  }
  return worst;
};
