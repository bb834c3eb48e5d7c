import type { EmbeddingModel } from '../embedding-model.ts';
import { openEmbeddings } from '../openai/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { createClient } from './create-client.ts';

/** Vectors of a deployment on Azure. */
export const openAzureEmbeddings = (connection: ModelConnection): EmbeddingModel =>
  openEmbeddings(connection, (wire) => createClient(connection.baseUrl, connection.apiVersion, wire));
