import type { Effects } from '../effects/index.ts';
import type { ChatModel } from './chat-model.ts';
import { connectionOf } from './connection-of.ts';
import { knownModel } from './known-model.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { openStubModel } from './stub/index.ts';

/**
 * Opens a model by its full name and loads the SDK of its provider, if it has one. A missing key shows in
 * the call. Throws `input/unknown-model`, or `input/invalid` for an address.
 */
export const openModel = async (
  name: string,
  settings: ProviderSettings,
  effects: Effects,
): Promise<ChatModel> => {
  const known = knownModel(name, settings);
  if (known.kind === 'stub') return openStubModel(name, settings.stub, effects);
  const open = await known.definition.load();
  return open(connectionOf(known, settings, effects));
};
