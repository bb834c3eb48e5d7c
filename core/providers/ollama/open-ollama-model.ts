import { apiError } from '../api-error.ts';
import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { requestId } from '../request-id.ts';
import { textOf } from '../untrusted-json.ts';
import { wholeBody } from '../whole-body.ts';
import { chatReader } from './chat-reader.ts';
import { createClient } from './create-client.ts';
import { mapError } from './map-error.ts';
import { ollamaRequest } from './ollama-request.ts';

/** The native API of Ollama. */
export const openOllamaModel = (connection: ModelConnection): ChatModel => {
  const { model, baseUrl, clock } = connection;
  return createChatModel({
    ...connection,
    openStream: (request, wire) =>
      createClient(baseUrl, wire, clock.now, 'lines').chat({
        ...ollamaRequest(model, request),
        stream: true,
      }),
    reader: (_request, wire) => chatReader(wire),
    askWhole: async (request, wire) => {
      const given: unknown = await createClient(baseUrl, wire, clock.now, 'whole').chat({
        ...ollamaRequest(model, request),
        stream: false,
      });
      const body = wholeBody(given, wire);
      if (body['error'] !== undefined) {
        throw apiError({ message: textOf(body['error']) || 'the call failed' }, wire, clock.now());
      }
      const reader = chatReader(wire);
      return [...reader.read(body), ...reader.toolCalls(), reader.finish(requestId(wire))];
    },
    mapError,
  });
};
