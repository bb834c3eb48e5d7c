import type { ModelCapabilities } from '../chat-model.ts';
import { isLoopback, webAddress } from '../http/index.ts';
import { followsSchemas, thinksUnseen } from '../model-families.ts';
import { listedModels } from '../named-models.ts';
import type { ModelFacts, ModelList, ProviderDefinition } from '../provider-definition.ts';

const keyHeaders = (key: string) => ({ authorization: `Bearer ${key}` });

const openAiModelList: ModelList = {
  url: (baseUrl) => `${baseUrl}/models`,
  headers: {},
  read: listedModels,
};

/** The hosted API; it always costs money, whatever address it is reached by. */
const hostedCapabilities = ({ model, api, structuredOutput }: ModelFacts): ModelCapabilities => ({
  local: false,
  stub: false,
  toolCalls: true,
  structuredOutput: structuredOutput ?? followsSchemas(model),
  seed: api === 'chat',
});

export const openAi: ProviderDefinition = {
  keyVariable: 'OPENAI_API_KEY',
  keyRequired: true,
  keyHeaders,
  addressVariable: 'OPENAI_BASE_URL',
  standardAddress: 'https://api.openai.com/v1',
  readAddress: webAddress,
  capabilities: hostedCapabilities,
  slowToBegin: thinksUnseen,
  modelList: openAiModelList,
  load: async () => (await import('./index.ts')).openOpenAiModel,
  loadEmbeddings: async () => (await import('./index.ts')).openEmbeddings,
};

/** Any server that speaks the same API: LM Studio, vLLM, llama.cpp and many hosted ones. */
export const openAiCompatible: ProviderDefinition = {
  keyVariable: null,
  keyRequired: false,
  keyHeaders,
  addressVariable: null,
  standardAddress: null,
  readAddress: webAddress,
  capabilities: ({ baseUrl, keyed, api, structuredOutput }) => ({
    // A server on this machine that wants a key may well pass the call on to one that charges for it.
    local: isLoopback(baseUrl) && !keyed,
    stub: false,
    toolCalls: true,
    // Servers that do not know a schema refuse the whole call, so it is risked only where the entry says so.
    structuredOutput: structuredOutput ?? false,
    seed: api === 'chat',
  }),
  slowToBegin: (facts) => (isLoopback(facts.baseUrl) ? 'loads' : thinksUnseen(facts)),
  modelList: openAiModelList,
  load: async () => (await import('./index.ts')).openOpenAiModel,
  loadEmbeddings: async () => (await import('./index.ts')).openEmbeddings,
};
