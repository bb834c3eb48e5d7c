import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import { eventRecords } from '../event-records.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { requestId } from '../request-id.ts';
import { unsupported } from '../unsupported.ts';
import { createClient } from './create-client.ts';
import { eventLanguage } from './event-language.ts';
import { mapError } from './map-error.ts';
import { messagesReader } from './messages-reader.ts';
import { messagesLimits, messagesRequest } from './messages-request.ts';

/** The messages API. */
export const openAnthropicModel = (connection: ModelConnection): ChatModel => {
  const { name, model, baseUrl, capabilities } = connection;
  const limits = messagesLimits(capabilities);
  return createChatModel({
    ...connection,
    openStream: async (request, wire) => {
      const body = { ...messagesRequest(model, capabilities, request), stream: true };
      const response = await createClient(baseUrl, wire).messages.create(body).asResponse();
      return eventRecords(response, eventLanguage(response.headers));
    },
    reader: (request, wire) => messagesReader(wire, unsupported(name, request, limits)),
    readWhole: (body, request, wire) => {
      const reader = messagesReader(wire, unsupported(name, request, limits));
      const parts = reader.readWhole(body);
      return [...parts, ...reader.toolCalls(), reader.finish(requestId(wire))];
    },
    mapError,
  });
};
