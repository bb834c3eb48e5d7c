export { openOllamaEmbeddings } from './open-ollama-embeddings.ts';
export { openOllamaModel } from './open-ollama-model.ts';
