import {
  AgentNetError,
  type AgentVersion,
  DEFAULT_MODEL_LINK,
  type EventData,
  type ModelFacts,
  type ResolvedSpecification,
} from '../contract/index.ts';
import { checkMoneyCap } from '../cost/index.ts';
import { factsOf, type ProviderSettings } from '../providers/index.ts';

interface PlanContext {
  readonly providers: ProviderSettings;
  /** What `default` in a chain stands for. */
  readonly defaultModel: string;
  readonly engine: string;
  /** Caps of the data folder (day, project) besides the session's own. */
  readonly moneyCaps: readonly string[];
}

/**
 * Everything a run depends on, frozen as the data of `session-created`. Throws `input/unknown-model` and
 * `input/unknown-price` before anything is written.
 */
export const planSession = (
  specification: ResolvedSpecification,
  agents: readonly AgentVersion[],
  context: PlanContext,
): EventData<'session-created'> => {
  const chains: Record<string, string[]> = {};
  const byReference: Record<string, AgentVersion> = {};
  const models: Record<string, ModelFacts> = {};
  for (const agent of agents) {
    const reference = `${agent.name}@${agent.version}`;
    byReference[reference] = agent;
    const chain = specification.model ? [specification.model] : agent.models.map((link) => resolve(link, context));
    chains[reference] = [...new Set(chain)];
    for (const model of chain) models[model] ??= factsOf(model, context.providers);
  }
  const caps = [...(specification.budget.usd === undefined ? [] : ['budget.usd']), ...context.moneyCaps];
  for (const cap of caps) checkMoneyCap(cap, models);
  return { specification, agents: byReference, chains, models, engine: context.engine, forked_from: null };
};

const resolve = (link: string, context: PlanContext): string =>
  link === DEFAULT_MODEL_LINK ? context.defaultModel : link;

/** All agents that may speak, by exact reference; throws when one name would stand for two versions. */
export const castOf = (
  specification: ResolvedSpecification,
  find: (reference: string) => AgentVersion,
): readonly AgentVersion[] => {
  const references = [
    ...specification.agents,
    ...[specification.moderator, specification.judge, specification.synthesizer].filter((one) => one !== null),
  ];
  const cast = [...new Set(references)].map(find);
  const names = new Map<string, string>();
  for (const agent of cast) {
    const other = names.get(agent.name);
    if (other && other !== agent.version) {
      throw new AgentNetError('input/invalid', `${agent.name} takes part in two versions (${other} and ${agent.version}).`, {
        where: { path: 'agents' },
        kept: 'Nothing was started.',
        remedy: 'Use one version, or create an agent with another name.',
      });
    }
    names.set(agent.name, agent.version);
  }
  return cast;
};
