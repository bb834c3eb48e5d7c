import type { ProviderDefinition } from '../provider-definition.ts';
import { openChatModel } from './open-chat-model.ts';
import { openResponsesModel } from './open-responses-model.ts';

type Open = Awaited<ReturnType<ProviderDefinition['load']>>;

export const openOpenAiModel: Open = (connection) =>
  connection.api === 'responses' ? openResponsesModel(connection) : openChatModel(connection, true);

export const openCompatibleModel: Open = (connection) =>
  connection.api === 'responses' ? openResponsesModel(connection) : openChatModel(connection, false);
