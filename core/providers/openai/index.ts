export { openOpenAiModel } from './open-openai-model.ts';
