import type { GraphNode } from '../graph.ts';
import { type GraphProblem, graphError } from '../graph-problem.ts';
import { compilePattern } from '../matching/compile-pattern.ts';
import type { CheckContext } from './check-context.ts';

/** Agents that do not exist, tools, and tests that cannot be read. */
export const checkWorkers = (context: CheckContext): readonly GraphProblem[] => {
  const { ids, agents, didYouMean } = context;
  const problems: GraphProblem[] = [];
  for (const node of ids.values()) {
    for (const agent of agents ? agentsOf(node) : []) {
      if (agents?.has(agent)) continue;
      const message = `Node "${node.id}" is given to ${agent}, and there is no such agent.`;
      const remedy = didYouMean(agent, agents ?? [], 'Name an agent that exists.');
      problems.push(graphError('unknown-agent', node.id, message, remedy));
    }
    if (node.kind === 'tool' && !node.disabled) {
      const message = `Node "${node.id}" calls a tool, which this version cannot do.`;
      problems.push(graphError('tools-not-built', node.id, message, 'Disable it, or let an agent do it.'));
    }
    problems.push(...testProblems(node));
  }
  return problems;
};

/** Everybody whom a node names, each once. */
export const agentsOf = (node: GraphNode): readonly string[] => {
  switch (node.kind) {
    case 'task':
    case 'reduce':
      return named(node.agent, node.fallback);
    case 'map':
    case 'loop':
      return node.graph === null ? named(node.agent, node.fallback) : [];
    case 'delegate':
      return named(...node.agents, node.planner, node.reviewer);
    case 'session': {
      const { agents } = node.session;
      return Array.isArray(agents) ? named(...agents.filter((agent) => typeof agent === 'string')) : [];
    }
    default:
      return [];
  }
};

const named = (...names: readonly (string | null)[]): readonly string[] => [
  ...new Set(names.filter((name) => name !== null)),
];

const testProblems = (node: GraphNode): readonly GraphProblem[] => {
  const test = node.kind === 'condition' ? node.test : node.kind === 'loop' ? node.until : null;
  if (test?.kind !== 'matches') return [];
  const matcher = compilePattern(test.text);
  if (matcher.ok) return [];
  const message = `The pattern of node "${node.id}" cannot be used: ${matcher.problem}.`;
  return [graphError('invalid-test', node.id, message, 'Write a simpler pattern, or use contains.')];
};
