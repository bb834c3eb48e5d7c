import type { EventData, WorkflowRun } from '../../../contract/index.ts';

/** How many nodes of each agent and of each provider are under way, against their limits. */
export interface Load {
  readonly mayStart: (agent: string) => boolean;
  readonly take: (agent: string) => void;
  readonly give: (agent: string) => void;
}

/** The provider of an agent is that of the first model of its chain, as it was frozen with the run. */
export const createLoad = (
  created: EventData<'session-created'>,
  { agent: perAgent, provider: perProvider = {} }: WorkflowRun['parallel'],
): Load => {
  const providers = new Map<string, string>();
  for (const [reference, [first]] of Object.entries(created.chains)) {
    const name = created.agents[reference]?.name;
    if (name === undefined || first === undefined) continue;
    providers.set(name, created.models[first]?.provider ?? first.slice(0, first.indexOf('/')));
  }
  const limits = new Map(Object.entries(perProvider));
  const ofAgent = new Map<string, number>();
  const ofProvider = new Map<string, number>();
  const count = (agent: string, by: 1 | -1): void => {
    ofAgent.set(agent, (ofAgent.get(agent) ?? 0) + by);
    const provider = providers.get(agent);
    if (provider !== undefined) ofProvider.set(provider, (ofProvider.get(provider) ?? 0) + by);
  };
  return {
    mayStart: (agent) => {
      if (agent === '') return true;
      if (perAgent !== undefined && (ofAgent.get(agent) ?? 0) >= perAgent) return false;
      const provider = providers.get(agent) ?? '';
      const limit = limits.get(provider);
      return limit === undefined || (ofProvider.get(provider) ?? 0) < limit;
    },
    take: (agent) => count(agent, 1),
    give: (agent) => count(agent, -1),
  };
};
