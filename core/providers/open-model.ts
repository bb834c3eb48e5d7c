import type { Effects } from '../effects/index.ts';
import type { ChatModel } from './chat-model.ts';
import { knownModel } from './known-model.ts';
import { modelKey } from './model-key.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { openStubModel } from './stub/index.ts';
import { waitLimits } from './wait-limits.ts';

/**
 * Opens a model by its full name and loads the SDK of its provider, if it has one. A missing key shows in
 * the call. Throws `input/unknown-model`, `input/not-built`, or `input/invalid` for an address.
 */
export const openModel = async (
  name: string,
  settings: ProviderSettings,
  effects: Effects,
): Promise<ChatModel> => {
  const known = knownModel(name, settings);
  if (known.kind === 'stub') return openStubModel(name, settings.stub, effects);
  const { location, definition, facts } = known;
  const { baseUrl, model, api } = facts;
  const capabilities = definition.capabilities(facts);
  const open = await definition.load();
  return open({
    name,
    model,
    baseUrl,
    api,
    apiVersion: location.entry.api_version,
    capabilities,
    credentials: async () => {
      const key = await modelKey(location, definition, settings);
      return key === undefined ? {} : definition.keyHeaders(key);
    },
    waits: waitLimits(location.entry, definition.slowToBegin(facts)),
    clock: effects.clock,
  });
};
