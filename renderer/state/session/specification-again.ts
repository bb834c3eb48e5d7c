import type { ResolvedSpecification, WorkflowRun } from '../../../core/contract/index.ts';
import { hasRounds } from '../words/session-words.ts';

/** What a session ran, as a specification that can be run again; what is a default is left out. */
export const specificationAgain = (
  specification: ResolvedSpecification,
): Readonly<Record<string, unknown>> => {
  const { synthesizer, model, budget, metadata, workflow } = specification;
  return {
    name: specification.name,
    mode: specification.mode,
    topic: specification.topic,
    agents: workersOf(specification),
    ...(hasRounds(specification.mode) && talkOf(specification)),
    ...(synthesizer !== null && { synthesizer }),
    ...(workflow !== undefined && tasksOf(specification, workflow)),
    ...(model !== null && { model }),
    ...(specification.max_output_tokens !== null && { max_output_tokens: specification.max_output_tokens }),
    ...(Object.keys(budget).length > 0 && { budget }),
    ...(specification.on_limit !== undefined && { on_limit: specification.on_limit }),
    ...(specification.cache !== undefined && { cache: specification.cache }),
    // Said even where it was the default: what a turn could read must be the same again.
    context_tokens: specification.context_tokens,
    seed: specification.seed,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
};

const talkOf = ({ strategy, max_rounds, convergence, vote, moderator, judge }: ResolvedSpecification) => ({
  strategy,
  max_rounds,
  convergence,
  ...(vote !== null && { vote }),
  ...(moderator !== null && { moderator }),
  ...(judge !== null && { judge }),
});

const tasksOf = (
  { mode, max_rounds, judge }: ResolvedSpecification,
  { graph, inputs, parallel, on_failure, delegation }: WorkflowRun,
) => ({
  ...(mode === 'workflow' && { graph, inputs }),
  ...(mode === 'delegation' && {
    max_rounds,
    ...plannerOf(graph),
    // Who reviews the work.
    ...(judge !== null && { judge }),
  }),
  parallel,
  on_failure,
  delegation,
});

/** The graph of a delegation is made of its settings: who plans stands in its first node, the shipped one unnamed. */
const plannerOf = (graph: WorkflowRun['graph']) => {
  const { planner } = workOf(graph);
  return typeof planner === 'string' ? { planner } : {};
};

/** Of a delegation, those who are given tasks: its list of agents holds who plans, reviews and writes as well. */
const workersOf = ({ mode, agents, workflow }: ResolvedSpecification): readonly string[] => {
  const named = mode === 'delegation' && workflow !== undefined ? workOf(workflow.graph).agents : undefined;
  if (!Array.isArray(named)) return agents;
  return named
    .filter((name) => typeof name === 'string')
    .map((name) => agents.find((agent) => agent.split('@')[0] === name) ?? name);
};

const workOf = ({
  nodes,
}: WorkflowRun['graph']): { readonly planner?: unknown; readonly agents?: unknown } => {
  const first: unknown = Array.isArray(nodes) ? nodes[0] : undefined;
  return typeof first === 'object' && first !== null ? first : {};
};
