import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
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
      createClient(baseUrl, wire, clock.now).chat({
        ...ollamaRequest(model, request),
        stream: true,
      }),
    reader: (request, wire) => chatReader(wire, request),
    mapError,
  });
};
