import type { Graph } from '../graph.ts';
import type { GraphProblem } from '../graph-problem.ts';
import { inGraph } from '../in-graph.ts';
import { type BodyVariable, bodyVariables } from '../templates/parse-template.ts';
import { lackingVariables } from './body-variables.ts';
import { checkCycles, checkDependencies, checkIsolated } from './check-connections.ts';
import { type CheckContext, contextOf, createSuggestions } from './check-context.ts';
import { checkNesting, checkUses } from './check-graphs.ts';
import { checkIds } from './check-ids.ts';
import { checkReachable } from './check-reachable.ts';
import { checkTemplates } from './check-templates.ts';
import { checkWorkers } from './check-workers.ts';

export interface GraphSurroundings {
  /** Agents that exist, as `Name` and `Name@version`; absent when they are not to be checked. */
  readonly agents?: readonly string[];
}

/**
 * All problems of how the nodes of a graph fit together, and of the graphs that it uses by name; their nodes are named
 * as `graph/node`. Without recursion, and in time near linear in nodes and dependencies.
 */
export const checkGraph = (graph: Graph, { agents }: GraphSurroundings = {}): readonly GraphProblem[] => {
  const shared = {
    file: graph,
    agents: agents && new Set(agents),
    didYouMean: createSuggestions(),
  };
  const lacking = lackingVariables(graph);
  const own = checkOne(contextOf(graph, shared), new Set(bodyVariables));
  const inner = Object.entries(graph.graphs).flatMap(([name, part]) =>
    checkOne(contextOf(part, shared), lacking.get(name) ?? new Set()).map((problem) =>
      inGraph(name, problem),
    ),
  );
  return [...own, ...inner, ...checkNesting(graph)];
};

const checkOne = (context: CheckContext, lacking: ReadonlySet<BodyVariable>): readonly GraphProblem[] => [
  ...checkIds(context),
  ...checkDependencies(context),
  ...checkWorkers(context),
  ...checkUses(context),
  ...checkTemplates(context, lacking),
  ...checkCycles(context),
  ...checkReachable(context),
  ...checkIsolated(context),
];
