import { webAddress } from '../http/index.ts';
import { listedModels } from '../named-models.ts';
import type { ProviderDefinition } from '../provider-definition.ts';

export const anthropic: ProviderDefinition = {
  keyVariable: 'ANTHROPIC_API_KEY',
  keyRequired: true,
  keyHeaders: (key) => ({ 'x-api-key': key }),
  addressVariable: 'ANTHROPIC_BASE_URL',
  standardAddress: 'https://api.anthropic.com',
  readAddress: webAddress,
  capabilities: ({ model }) => ({
    local: false,
    stub: false,
    toolCalls: true,
    // Claude 3 and Claude 4.0 came before structured outputs.
    structuredOutput: /^claude-(haiku|sonnet|opus|fable|mythos)-(4-[5-9]|[5-9])/.test(model),
    seed: false,
  }),
  // Its thoughts are streamed.
  slowToBegin: () => null,
  modelList: {
    url: (baseUrl) => `${baseUrl}/v1/models?limit=1000`,
    headers: { 'anthropic-version': '2023-06-01' },
    read: listedModels,
  },
  load: async () => (await import('./index.ts')).openAnthropicModel,
  loadEmbeddings: null,
};
