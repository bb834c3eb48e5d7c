import {
  AgentNetError,
  type AgentVersion,
  DEFAULT_MODEL_LINK,
  type DowngradeRule,
  type EventData,
  type ModelFacts,
  type ModelPrice,
  type ResolvedSpecification,
} from '../contract/index.ts';
import { checkMoneyCap } from '../cost/index.ts';
import { capabilitiesOf, type ProviderSettings } from '../providers/index.ts';

interface PlanContext {
  readonly providers: ProviderSettings;
  /** What `default` in a chain stands for. */
  readonly defaultModel: string;
  readonly engine: string;
  /** Caps of the data folder (day, project) besides the session's own. */
  readonly moneyCaps: readonly string[];
  /** Whether a model of unknown price is refused under a money cap; a forecast only names it. */
  readonly underCaps: boolean;
  readonly priceOf: (model: string) => ModelPrice | null;
  /** Rules of the settings, frozen with the run. */
  readonly downgrade: readonly DowngradeRule[];
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
    const chain = specification.model
      ? [specification.model]
      : agent.models.map((link) => resolve(link, context));
    chains[reference] = [...new Set(chain)];
    for (const model of chain) models[model] ??= factsOf(model, context);
  }
  const caps = [...(specification.budget.usd === undefined ? [] : ['budget.usd']), ...context.moneyCaps];
  if (context.underCaps) for (const cap of caps) checkMoneyCap(cap, models);
  return {
    specification,
    agents: byReference,
    chains,
    models,
    ...(context.downgrade.length > 0 && { downgrade: [...context.downgrade] }),
    engine: context.engine,
    prompts: 2,
    forked_from: null,
  };
};

const resolve = (link: string, context: PlanContext): string =>
  link === DEFAULT_MODEL_LINK ? context.defaultModel : link;

const factsOf = (model: string, { providers, priceOf }: PlanContext): ModelFacts => {
  const { local, stub, structuredOutput } = capabilitiesOf(model, providers);
  const provider = model.slice(0, model.indexOf('/'));
  return { provider, local, stub, structured: structuredOutput, price: local ? null : priceOf(model) };
};

/** References of all agents that may speak; throws when one name would stand for two versions. */
export const castOf = (specification: ResolvedSpecification): readonly string[] => {
  const { agents, moderator, judge, synthesizer } = specification;
  const cast = [...new Set([...agents, ...[moderator, judge, synthesizer].filter((one) => one !== null)])];
  const versions = new Map<string, string>();
  for (const reference of cast) {
    const [name = '', version = ''] = reference.split('@');
    const other = versions.get(name);
    if (other !== undefined) {
      throw new AgentNetError(
        'input/invalid',
        `${name} takes part in two versions (${other} and ${version}).`,
        {
          where: { path: 'agents' },
          kept: 'Nothing was started.',
          remedy: 'Use one version, or create an agent with another name.',
        },
      );
    }
    versions.set(name, version);
  }
  return cast;
};
