import type { ResolvedSpecification } from '../../../core/contract/index.ts';

/** What a session ran, as a specification that can be run again; what is a default is left out. */
export const specificationAgain = (
  specification: ResolvedSpecification,
): Readonly<Record<string, unknown>> => {
  const { vote, moderator, judge, synthesizer, model, convergence, budget, metadata } = specification;
  return {
    name: specification.name,
    mode: specification.mode,
    topic: specification.topic,
    agents: specification.agents,
    strategy: specification.strategy,
    max_rounds: specification.max_rounds,
    convergence,
    ...(vote !== null && { vote }),
    ...(moderator !== null && { moderator }),
    ...(judge !== null && { judge }),
    ...(synthesizer !== null && { synthesizer }),
    ...(model !== null && { model }),
    ...(specification.max_output_tokens !== null && { max_output_tokens: specification.max_output_tokens }),
    ...(Object.keys(budget).length > 0 && { budget }),
    ...(specification.on_limit !== undefined && { on_limit: specification.on_limit }),
    ...(specification.cache !== undefined && { cache: specification.cache }),
    seed: specification.seed,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
};
