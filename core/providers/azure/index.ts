export { openAzureEmbeddings } from './open-azure-embeddings.ts';
export { openAzureModel } from './open-azure-model.ts';
