import type { ChatModel } from '../chat-model.ts';
import { openChatModel, openResponsesModel } from '../openai/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { azureRoute } from './address.ts';
import { createClient } from './create-client.ts';

/** The responses API has only the v1 address, which stands beside the others. */
const responsesAddress = (baseUrl: string): string => {
  switch (azureRoute(baseUrl)) {
    case 'v1':
      return baseUrl;
    case 'models':
      return baseUrl.replace(/\/models$/, '/openai/v1');
    case 'deployments':
      return `${baseUrl}/v1`;
  }
};

/** A deployment on Azure. */
export const openAzureModel = (connection: ModelConnection): ChatModel => {
  const { api, apiVersion } = connection;
  const baseUrl = api === 'responses' ? responsesAddress(connection.baseUrl) : connection.baseUrl;
  const open = api === 'responses' ? openResponsesModel : openChatModel;
  return open({ ...connection, baseUrl }, (wire) => createClient(baseUrl, apiVersion, wire));
};
