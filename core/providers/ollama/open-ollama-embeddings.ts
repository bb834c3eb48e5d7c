import { createEmbeddingModel } from '../create-embedding-model.ts';
import type { EmbeddingModel } from '../embedding-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { listOf, recordOf, textOf } from '../untrusted-json.ts';
import { createClient } from './create-client.ts';
import { mapUsage } from './map-usage.ts';

/** Vectors of the native API. A text that is too long is refused: the server would else cut it in silence. */
export const openOllamaEmbeddings = (connection: ModelConnection): EmbeddingModel => {
  const { model, baseUrl, clock } = connection;
  return createEmbeddingModel({
    ...connection,
    ask: async (texts, wire) => {
      const client = createClient(baseUrl, wire, clock.now);
      const given: unknown = await client.embed({ model, input: [...texts], truncate: false });
      const body = recordOf(given);
      return {
        vectors: listOf(body?.['embeddings']),
        model: textOf(body?.['model']),
        usage: mapUsage(body),
      };
    },
    mapError: () => null,
  });
};
