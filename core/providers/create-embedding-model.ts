import { malformedAnswer } from './answer-errors.ts';
import type { EmbeddingModel, Embeddings } from './embedding-model.ts';
import { type ErrorMap, explainFailure } from './explain-failure.ts';
import type { Wire } from './http/index.ts';
import { type CallTarget, openCall } from './open-call.ts';

export interface EmbeddingAdapter extends CallTarget, ErrorMap {
  /** Asks the server; the vectors are looked at by whoever calls. */
  readonly ask: (
    texts: readonly string[],
    wire: Wire,
  ) => Promise<Omit<Embeddings, 'vectors'> & { readonly vectors: readonly unknown[] }>;
}

const isVector = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every((number) => Number.isFinite(number));

/** The rules that hold for every model of vectors. */
export const createEmbeddingModel = (adapter: EmbeddingAdapter): EmbeddingModel => ({
  name: adapter.name,
  embed: async (texts, signal) => {
    if (texts.length === 0) return { vectors: [], model: '', usage: {} };
    const wire = await openCall(adapter, signal);
    try {
      const { vectors, model, usage } = await adapter.ask(texts, wire);
      const good = vectors.filter(isVector);
      const length = good[0]?.length;
      if (good.length !== texts.length || !good.every((vector) => vector.length === length)) {
        throw malformedAnswer(wire, `it does not hold one vector for each of ${texts.length} texts`);
      }
      return { vectors: good, model, usage };
    } catch (thrown) {
      throw explainFailure(thrown, wire, adapter, adapter.clock.now());
    } finally {
      wire.close();
    }
  },
});
