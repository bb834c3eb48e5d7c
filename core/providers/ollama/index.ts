export { openOllamaModel } from './open-ollama-model.ts';
