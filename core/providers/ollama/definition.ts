import { isLoopback } from '../http/index.ts';
import { namedModels } from '../named-models.ts';
import type { ProviderDefinition } from '../provider-definition.ts';
import { recordOf } from '../untrusted-json.ts';
import { ollamaAddress } from './address.ts';

export const ollama: ProviderDefinition = {
  keyVariable: null,
  keyRequired: false,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  addressVariable: 'OLLAMA_HOST',
  standardAddress: 'http://127.0.0.1:11434',
  readAddress: ollamaAddress,
  capabilities: ({ model, baseUrl }) => ({
    // A local server passes its cloud models on: `gpt-oss:120b-cloud`, `deepseek:cloud`.
    local: isLoopback(baseUrl) && !/[-:]cloud$/.test(model),
    stub: false,
    toolCalls: true,
    structuredOutput: true,
    seed: true,
  }),
  modelList: {
    url: (baseUrl) => `${baseUrl}/api/tags`,
    headers: {},
    read: (body) => namedModels(recordOf(body)?.['models'], 'name'),
  },
  load: async () => (await import('./index.ts')).openOllamaModel,
};
