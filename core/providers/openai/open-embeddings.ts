import type OpenAI from 'openai';
import { createEmbeddingModel } from '../create-embedding-model.ts';
import type { EmbeddingModel } from '../embedding-model.ts';
import type { Wire } from '../http/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { countOf, type JsonRecord, listOf, recordOf, textOf } from '../untrusted-json.ts';
import { createClient } from './create-client.ts';
import { decodedVector } from './decoded-vector.ts';
import { mapError } from './map-error.ts';
import { mapChatUsage } from './map-usage.ts';

/** In the order of the texts: the API numbers them, and a server may send them as they were done. */
const byIndex = (items: readonly (JsonRecord | null)[]) =>
  items.every((item) => countOf(item?.['index']) !== undefined)
    ? [...items].sort((one, other) => Number(one?.['index']) - Number(other?.['index']))
    : items;

export const openEmbeddings = (
  connection: ModelConnection,
  client: (wire: Wire) => OpenAI = (wire) => createClient(connection.baseUrl, wire),
): EmbeddingModel =>
  createEmbeddingModel({
    ...connection,
    ask: async (texts, wire) => {
      const given: unknown = await client(wire).embeddings.create({
        model: connection.model,
        input: [...texts],
        encoding_format: 'float',
      });
      const body = recordOf(given);
      const items = byIndex(listOf(body?.['data']).map(recordOf));
      return {
        vectors: items.map((item) => decodedVector(item?.['embedding'])),
        model: textOf(body?.['model']),
        usage: mapChatUsage(body?.['usage']),
      };
    },
    mapError,
  });
