import type { Effects } from '../effects/index.ts';
import type { KnownModel } from './known-model.ts';
import { modelKey } from './model-key.ts';
import type { ModelConnection } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { waitLimits } from './wait-limits.ts';

/** What an adapter of this model is opened with. The key is looked for at each call. */
export const connectionOf = (
  { location, definition, facts }: Extract<KnownModel, { kind: 'provider' }>,
  settings: ProviderSettings,
  effects: Effects,
): ModelConnection => ({
  name: location.name,
  model: facts.model,
  baseUrl: facts.baseUrl,
  api: facts.api,
  apiVersion: location.entry.api_version,
  capabilities: definition.capabilities(facts),
  credentials: async () => {
    const key = await modelKey(location, definition, settings);
    return key === undefined ? {} : definition.keyHeaders(key);
  },
  waits: waitLimits(location.entry, definition.slowToBegin(facts)),
  clock: effects.clock,
});
