export { clientOptions } from './create-client.ts';
export { openChatModel } from './open-chat-model.ts';
export { openEmbeddings } from './open-embeddings.ts';
export { openOpenAiModel } from './open-openai-model.ts';
export { openResponsesModel } from './open-responses-model.ts';
