import { checkModelName } from '../providers/index.ts';
import type { KnownNames } from '../scenario/index.ts';
import type { CoreContext } from './core-context.ts';

/** The names that a specification or an agent may use on this data folder. */
export const specificationNames = async (
  context: Pick<CoreContext, 'agents' | 'settings'>,
): Promise<KnownNames> => {
  const { providers } = context.settings.current();
  return {
    agents: await context.agents.references(),
    models: (name) => checkModelName(name, providers),
  };
};
