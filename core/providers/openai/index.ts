export { openCompatibleModel, openOpenAiModel } from './open-openai-model.ts';
