import type { ProviderDefinition } from '../provider-definition.ts';
import { openChatModel } from './open-chat-model.ts';
import { openResponsesModel } from './open-responses-model.ts';

type Open = Awaited<ReturnType<ProviderDefinition['load']>>;

/** A model of OpenAI itself. */
export const openOpenAiModel: Open = (connection) =>
  connection.api === 'responses' ? openResponsesModel(connection) : openChatModel(connection, true);

/** A model of any other server that speaks the same API. */
export const openCompatibleModel: Open = (connection) =>
  connection.api === 'responses' ? openResponsesModel(connection) : openChatModel(connection, false);
