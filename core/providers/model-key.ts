import { AgentNetError } from '../contract/index.ts';
import type { ModelLocation } from './locate-model.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';

type EntryLocation = Extract<ModelLocation, { kind: 'entry' }>;

const remedyFor = (reference: string): string => {
  const name = reference.slice(reference.indexOf(':') + 1);
  if (reference.startsWith('env:')) return `Set the environment variable ${name}.`;
  return `Store it in the keychain (service AgentNet, account ${name}), or name an environment variable: \`key: env:NAME\`.`;
};

const noKey = ({ name, provider }: EntryLocation, remedy: string): AgentNetError =>
  new AgentNetError('provider/no-key', `There is no key for ${name}.`, { remedy, data: { provider } });

/** A keychain that cannot be read counts as empty where nobody has named it. */
const fromKeychain = async (name: string, settings: ProviderSettings): Promise<string | undefined> => {
  try {
    return await settings.keyOf(`keychain:${name}`);
  } catch {
    return undefined;
  }
};

/**
 * The key of a model's provider. An entry's own `key:` is the only one it gets; a built-in provider takes
 * its environment variable and then the keychain entry of its name. A key of the environment is never sent
 * to an address that an entry of config.yaml names. Rejects with `provider/no-key` where one is required.
 */
export const modelKey = async (
  location: EntryLocation,
  definition: ProviderDefinition,
  settings: ProviderSettings,
): Promise<string | undefined> => {
  const { entry, named, provider } = location;
  if (entry.key !== undefined) {
    const key = await settings.keyOf(entry.key);
    if (key === undefined) throw noKey(location, remedyFor(entry.key));
    return key;
  }
  if (!definition.keyRequired) return undefined;
  const variable = definition.keyVariable;
  const fromEnvironment =
    variable && entry.base_url === undefined ? settings.environment[variable]?.trim() : undefined;
  const key = fromEnvironment || (await fromKeychain(provider, settings));
  if (key) return key;
  throw noKey(
    location,
    variable && !named
      ? `Set the environment variable ${variable}, or store the key in the keychain (service AgentNet, account ${provider}).`
      : `Give its entry in config.yaml a key, like \`key: env:NAME\`, and set that environment variable.`,
  );
};
