import type { ModelCapabilities } from './chat-model.ts';
import { knownModel } from './known-model.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { stubCapabilities } from './stub/index.ts';

/**
 * What a model can do, told from its name and the settings alone. Throws what `knownModel` throws.
 */
export const capabilitiesOf = (
  name: string,
  settings: Pick<ProviderSettings, 'entries' | 'environment'>,
): ModelCapabilities => {
  const known = knownModel(name, settings);
  return known.kind === 'stub' ? stubCapabilities : known.definition.capabilities(known.facts);
};
