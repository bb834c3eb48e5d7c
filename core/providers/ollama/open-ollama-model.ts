import { malformedAnswer } from '../answer-errors.ts';
import { apiError } from '../api-error.ts';
import type { ChatModel } from '../chat-model.ts';
import { createChatModel } from '../create-chat-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { type JsonRecord, textOf } from '../untrusted-json.ts';
import { chatReader } from './chat-reader.ts';
import { createClient } from './create-client.ts';
import { lineRecords } from './line-records.ts';
import { ollamaRequest } from './ollama-request.ts';

const isJson = (response: Response): boolean =>
  /^application\/json\b/i.test(response.headers.get('content-type') ?? '');

/** The native API of Ollama. The SDK asks; the lines of the answer are read here, see `lineRecords`. */
export const openOllamaModel = (connection: ModelConnection): ChatModel => {
  const { model, baseUrl, clock } = connection;
  return createChatModel({
    ...connection,
    openStream: async (request, wire) => {
      const answers: Response[] = [];
      const client = createClient(baseUrl, wire, clock.now, (response) => answers.push(response));
      await client.chat({ ...ollamaRequest(model, request), stream: true });
      const [answer] = answers;
      if (!answer?.body) throw malformedAnswer(wire, 'it is empty');
      const errors = {
        malformed: (what: string) => malformedAnswer(wire, what),
        reported: (line: JsonRecord) =>
          apiError({ message: textOf(line['error']) || 'the stream failed' }, wire, clock.now()),
      };
      return lineRecords(answer.body, errors, isJson(answer) ? 'spread' : 'lines');
    },
    reader: (request, wire) => chatReader(wire, request),
    mapError: () => null,
  });
};
