import { followsSchemas, thinksUnseen } from '../model-families.ts';
import { listedModels } from '../named-models.ts';
import type { ProviderDefinition } from '../provider-definition.ts';
import { azureAddress } from './address.ts';
import { azureApiVersion } from './api-version.ts';

/** A resource of Azure; the model of a name is that of a deployment, which its owner has chosen. */
export const azure: ProviderDefinition = {
  keyVariable: 'AZURE_OPENAI_API_KEY',
  keyRequired: true,
  keyHeaders: (key) => ({ 'api-key': key }),
  addressVariable: 'AZURE_OPENAI_ENDPOINT',
  standardAddress: null,
  readAddress: azureAddress,
  capabilities: ({ model, api, structuredOutput }) => ({
    local: false,
    stub: false,
    toolCalls: true,
    structuredOutput: structuredOutput ?? followsSchemas(model),
    seed: api === 'chat',
  }),
  slowToBegin: thinksUnseen,
  modelList: {
    // The models of a resource; Azure lists the names of deployments only to its own administration.
    url: (baseUrl, chosen) => {
      const base = baseUrl.replace(/\/models$/, '/openai/v1');
      const version = azureApiVersion(base, chosen);
      return `${base}/models${version === undefined ? '' : `?api-version=${version}`}`;
    },
    headers: {},
    read: listedModels,
  },
  load: async () => (await import('./index.ts')).openAzureModel,
  loadEmbeddings: async () => (await import('./index.ts')).openAzureEmbeddings,
};
