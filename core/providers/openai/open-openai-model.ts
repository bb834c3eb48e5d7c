import type { ChatModel } from '../chat-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { openChatModel } from './open-chat-model.ts';
import { openResponsesModel } from './open-responses-model.ts';

/** A model of OpenAI, or of any other server that speaks one of its two APIs. */
export const openOpenAiModel = (connection: ModelConnection): ChatModel =>
  connection.api === 'responses' ? openResponsesModel(connection) : openChatModel(connection);
