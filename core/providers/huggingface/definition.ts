import { webAddress } from '../http/index.ts';
import { listedModels } from '../named-models.ts';
import type { ProviderDefinition } from '../provider-definition.ts';

/**
 * The router of Hugging Face, which speaks the API of OpenAI. A model name may end with the provider that
 * is to answer: `meta-llama/Llama-3.1-8B-Instruct:together`; it goes to the router as it is.
 */
export const huggingFace: ProviderDefinition = {
  keyVariable: 'HF_TOKEN',
  keyRequired: true,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  addressVariable: null,
  standardAddress: 'https://router.huggingface.co/v1',
  readAddress: webAddress,
  capabilities: ({ structuredOutput }) => ({
    local: false,
    stub: false,
    toolCalls: true,
    // Not every provider behind the router knows schemas, and those that do not refuse the whole call.
    structuredOutput: structuredOutput ?? false,
    seed: true,
  }),
  slowToBegin: () => null,
  modelList: { url: (baseUrl) => `${baseUrl}/models`, headers: {}, read: listedModels },
  load: async () => (await import('../openai/index.ts')).openOpenAiModel,
  loadEmbeddings: null,
};
