export { openAzureModel } from './open-azure-model.ts';
