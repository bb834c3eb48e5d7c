import { AgentNetError } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import { connectionOf } from './connection-of.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { knownModel } from './known-model.ts';
import type { ProviderSettings } from './provider-settings.ts';

/**
 * Opens a model of vectors by its full name. A missing key shows in the call. Throws `input/unknown-model`
 * also for a provider that has no such models, and `input/invalid` for an address.
 */
export const openEmbeddingModel = async (
  name: string,
  settings: ProviderSettings,
  effects: Effects,
): Promise<EmbeddingModel> => {
  const known = knownModel(name, settings);
  const load = known.kind === 'stub' ? null : known.definition.loadEmbeddings;
  if (known.kind === 'stub' || !load) {
    throw new AgentNetError('input/unknown-model', `The provider of "${name}" makes no embeddings.`, {
      remedy: 'Use a model of ollama, openai, azure or an OpenAI-compatible server.',
    });
  }
  return (await load())(connectionOf(known, settings, effects));
};
