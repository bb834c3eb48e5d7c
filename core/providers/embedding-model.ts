import type { Usage } from '../contract/index.ts';

export interface Embeddings {
  /** One for each text, in their order, all of one length. */
  readonly vectors: readonly (readonly number[])[];
  /** The model that really answered, as the provider names it. */
  readonly model: string;
  readonly usage: Usage;
}

/** The port of every model that turns texts into vectors. */
export interface EmbeddingModel {
  /** The full name it was opened by: `ollama/nomic-embed-text`. */
  readonly name: string;
  /** Throws `provider/*` errors; a text that is too long is refused and never cut. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embeddings>;
}
