import type { Effects } from '../effects/index.ts';
import type { ChatModel } from './chat-model.ts';
import { isLoopback } from './http/index.ts';
import { knownModel } from './known-model.ts';
import { modelKey } from './model-key.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { openStubModel } from './stub/index.ts';

/** A model on a server in the network writes its first byte soon; a local one may have to be read from disk. */
const HOSTED_HEADERS_MS = 30_000;
const LOCAL_HEADERS_MS = 600_000;

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
    headersMs: capabilities.local || isLoopback(baseUrl) ? LOCAL_HEADERS_MS : HOSTED_HEADERS_MS,
    clock: effects.clock,
  });
};
