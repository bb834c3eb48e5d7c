import type OpenAI from 'openai';
import { apiError } from '../api-error.ts';
import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import { eventRecords } from '../event-records.ts';
import type { Wire } from '../http/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { requestId } from '../request-id.ts';
import { unsupported } from '../unsupported.ts';
import { chatReader } from './chat-reader.ts';
import { chatLimits, chatRequest } from './chat-request.ts';
import { createClient } from './create-client.ts';
import { eventLanguage } from './event-language.ts';
import { failureOf, mapError } from './map-error.ts';

/** Chat completions. */
export const openChatModel = (
  connection: ModelConnection,
  client: (wire: Wire) => OpenAI = (wire) => createClient(connection.baseUrl, wire),
): ChatModel => {
  const { name, clock } = connection;
  const limits = chatLimits(connection);
  return createChatModel({
    ...connection,
    openStream: async (request, wire) => {
      const stream = { stream: true, stream_options: { include_usage: true } } as const;
      const body = { ...chatRequest(connection, request), ...stream };
      const response = await client(wire).chat.completions.create(body).asResponse();
      return eventRecords(response, eventLanguage(response.headers));
    },
    reader: (request, wire) => chatReader(wire, unsupported(name, request, limits), 'delta'),
    readWhole: (body, request, wire) => {
      if (body['error']) throw apiError(failureOf(body['error'], 'the call failed'), wire, clock.now());
      const reader = chatReader(wire, unsupported(name, request, limits), 'message');
      return [...reader.read(body), ...reader.toolCalls(), reader.finish(requestId(wire))];
    },
    mapError,
  });
};
