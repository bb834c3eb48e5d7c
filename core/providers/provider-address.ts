import { AgentNetError } from '../contract/index.ts';
import type { ModelLocation } from './locate-model.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** How to write an address into an entry, or the variable that holds it. */
const remedyFor = (definition: ProviderDefinition): string => {
  const variable = definition.addressVariable;
  const entry = 'Give its entry in config.yaml a base_url, like http://127.0.0.1:8000/v1';
  return variable ? `Set the environment variable ${variable}. ${entry}, otherwise.` : `${entry}.`;
};

/** The address of an entry, else of its variable, else the standard one. Throws `input/invalid`. */
export const providerAddress = (
  { entry, provider }: Pick<Extract<ModelLocation, { kind: 'entry' }>, 'entry' | 'provider'>,
  definition: ProviderDefinition,
  settings: Pick<ProviderSettings, 'environment'>,
): string => {
  const variable = definition.addressVariable;
  const fromEnvironment = variable ? settings.environment[variable]?.trim() : undefined;
  const address = entry.base_url ?? (fromEnvironment || definition.standardAddress);
  if (!address) {
    throw new AgentNetError('input/invalid', `The provider "${provider}" has no address.`, {
      where: { path: `providers.${provider}.base_url` },
      remedy: remedyFor(definition),
    });
  }
  return definition.readAddress(address);
};
