import { isLoopback } from '../http/index.ts';
import { namedModels } from '../named-models.ts';
import type { ProviderDefinition } from '../provider-definition.ts';
import { recordOf } from '../untrusted-json.ts';
import { ollamaAddress } from './address.ts';

/** A local server passes its cloud models on: `gpt-oss:120b-cloud`, `deepseek:cloud`. */
const isCloudModel = (model: string) => /[-:]cloud$/.test(model);

export const ollama: ProviderDefinition = {
  keyVariable: null,
  keyRequired: false,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  addressVariable: 'OLLAMA_HOST',
  standardAddress: 'http://127.0.0.1:11434',
  readAddress: ollamaAddress,
  capabilities: ({ model, baseUrl }) => ({
    local: isLoopback(baseUrl) && !isCloudModel(model),
    stub: false,
    toolCalls: true,
    structuredOutput: true,
    seed: true,
  }),
  // Wherever it stands, it may have to read the model from disk; a cloud model is read already.
  slowToBegin: ({ model }) => (isCloudModel(model) ? null : 'loads'),
  modelList: {
    url: (baseUrl) => `${baseUrl}/api/tags`,
    headers: {},
    read: (body) => namedModels(recordOf(body)?.['models'], 'name'),
  },
  load: async () => (await import('./index.ts')).openOllamaModel,
  loadEmbeddings: async () => (await import('./index.ts')).openOllamaEmbeddings,
};
