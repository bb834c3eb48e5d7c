import type OpenAI from 'openai';
import { apiError } from '../api-error.ts';
import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import type { Wire } from '../http/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { requestId } from '../request-id.ts';
import { unsupported } from '../unsupported.ts';
import { chatReader } from './chat-reader.ts';
import { chatLimits, chatRequest } from './chat-request.ts';
import { createClient } from './create-client.ts';
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
    openStream: (request, wire) =>
      client(wire).chat.completions.create({
        ...chatRequest(connection, request),
        stream: true,
        stream_options: { include_usage: true },
      }),
    reader: (request, wire) => chatReader(wire, unsupported(name, request, limits), 'delta'),
    readWhole: (body, request, wire) => {
      if (body['error']) throw apiError(failureOf(body['error'], 'the call failed'), wire, clock.now());
      const reader = chatReader(wire, unsupported(name, request, limits), 'message');
      return [...reader.read(body), ...reader.toolCalls(), reader.finish(requestId(wire))];
    },
    mapError,
  });
};
