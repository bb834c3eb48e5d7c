import type OpenAI from 'openai';
import type { ChatRequest } from '../chat-model.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { isStrictSchema } from '../strict-schema.ts';
import type { Setting } from '../unsupported.ts';
import { chatLimits } from './chat-request.ts';

export type ResponsesBody = Omit<OpenAI.Responses.ResponseCreateParamsNonStreaming, 'stream'>;

/** The responses API takes no seed at all. */
export const responsesLimits = (
  connection: Pick<ModelConnection, 'model' | 'capabilities'>,
): readonly Setting[] => [...new Set<Setting>([...chatLimits(connection), 'seed'])];

export const responsesRequest = (
  connection: Pick<ModelConnection, 'model' | 'capabilities'>,
  request: ChatRequest,
): ResponsesBody => {
  const { messages, maxOutputTokens, temperature, tools, responseSchema } = request;
  const left = new Set(responsesLimits(connection));
  return {
    model: connection.model,
    input: messages.map(({ role, content }) => ({ role, content })),
    max_output_tokens: maxOutputTokens,
    // The API would keep what it was sent and what it answered for a month.
    store: false,
    ...(temperature !== undefined && !left.has('temperature') && { temperature }),
    ...(tools &&
      tools.length > 0 && {
        tools: tools.map(({ name, description, inputSchema }) => ({
          type: 'function' as const,
          name,
          description,
          parameters: { ...inputSchema },
          strict: isStrictSchema(inputSchema),
        })),
      }),
    ...(responseSchema &&
      !left.has('schema') && {
        text: {
          format: {
            type: 'json_schema' as const,
            name: responseSchema.name,
            schema: { ...responseSchema.schema },
            strict: isStrictSchema(responseSchema.schema),
          },
        },
      }),
  };
};
