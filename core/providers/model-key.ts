import { AgentNetError } from '../contract/index.ts';
import { keySources } from './key-slots.ts';
import type { ModelLocation } from './locate-model.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';

type EntryLocation = Extract<ModelLocation, { kind: 'entry' }>;

const noKey = ({ name, provider }: EntryLocation, remedy: string): AgentNetError =>
  new AgentNetError('provider/no-key', `There is no key for ${name}.`, { remedy, data: { provider } });

/** No store at all counts as an empty one where nobody has named it; a vault that is shut does not. */
const fromStore = async (name: string, settings: ProviderSettings): Promise<string | undefined> => {
  try {
    return await settings.keyOf(`keychain:${name}`);
  } catch (thrown) {
    if (thrown instanceof AgentNetError && thrown.data['key_store'] === 'locked') throw thrown;
    return undefined;
  }
};

/**
 * The key of a model's provider, from where its slot says (see `keySources`). Rejects with `provider/no-key` where
 * one is required.
 */
export const modelKey = async (
  location: EntryLocation,
  definition: ProviderDefinition,
  settings: ProviderSettings,
): Promise<string | undefined> => {
  const { entry, named, provider } = location;
  const { variable, storedAs } = keySources(provider, entry, definition);
  if (entry.key !== undefined) {
    const key = await settings.keyOf(entry.key);
    if (key === undefined) {
      throw noKey(
        location,
        storedAs === null
          ? `Set the environment variable ${variable}.`
          : `Store it in Settings > Providers or with \`agentnet keys set ${provider}\` (entry ${storedAs}).`,
      );
    }
    return key;
  }
  const fromEnvironment =
    definition.keyVariable && variable ? settings.environment[definition.keyVariable] : '';
  const key = fromEnvironment?.trim() || (storedAs && (await fromStore(storedAs, settings))) || undefined;
  if (key !== undefined || !definition.keyRequired) return key;
  throw noKey(
    location,
    variable && !named
      ? `Set it in Settings > Providers, with \`agentnet keys set ${provider}\`, or in the environment variable ${variable}.`
      : `Set it with \`agentnet keys set ${provider}\`, or give its entry in config.yaml a key, like \`key: env:NAME\`.`,
  );
};
