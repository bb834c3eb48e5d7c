import type OpenAI from 'openai';
import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import { eventRecords } from '../event-records.ts';
import type { Wire } from '../http/index.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { requestId } from '../request-id.ts';
import { unsupported } from '../unsupported.ts';
import { createClient } from './create-client.ts';
import { eventLanguage } from './event-language.ts';
import { mapError } from './map-error.ts';
import { responsesReader } from './responses-reader.ts';
import { responsesLimits, responsesRequest } from './responses-request.ts';

/** The responses API, for entries with `api: responses`. */
export const openResponsesModel = (
  connection: ModelConnection,
  client: (wire: Wire) => OpenAI = (wire) => createClient(connection.baseUrl, wire),
): ChatModel => {
  const { name, clock } = connection;
  const limits = responsesLimits(connection);
  return createChatModel({
    ...connection,
    openStream: async (request, wire) => {
      const body = { ...responsesRequest(connection, request), stream: true };
      const response = await client(wire).responses.create(body).asResponse();
      return eventRecords(response, eventLanguage(response.headers));
    },
    reader: (request, wire) => responsesReader(wire, clock.now, unsupported(name, request, limits)),
    readWhole: (body, request, wire) => {
      const reader = responsesReader(wire, clock.now, unsupported(name, request, limits));
      const parts = reader.readWhole(body);
      return [...parts, ...reader.toolCalls(), reader.finish(requestId(wire))];
    },
    mapError,
  });
};
