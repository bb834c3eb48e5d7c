import type OpenAI from 'openai';
import type { ChatRequest } from '../chat-model.ts';
import { refusesTemperature } from '../model-families.ts';
import type { ModelConnection } from '../provider-definition.ts';
import { isStrictSchema } from '../strict-schema.ts';
import type { Setting } from '../unsupported.ts';

export type ChatBody = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>;

/** Settings that this model does not take. */
export const chatLimits = (
  connection: Pick<ModelConnection, 'model' | 'capabilities'>,
): readonly Setting[] => [
  ...(refusesTemperature(connection.model) ? (['temperature'] as const) : []),
  ...(connection.capabilities.seed ? [] : (['seed'] as const)),
  ...(connection.capabilities.structuredOutput ? [] : (['schema'] as const)),
];

/**
 * The output limit by the name that is sure to be understood: a limit that is passed over would cost more
 * than was reserved. OpenAI has named it anew and its reasoning models refuse the old name, wherever they
 * are reached; other servers know the old one.
 */
const outputLimit = (model: string, baseUrl: string, tokens: number) =>
  new URL(baseUrl).host === 'api.openai.com' || refusesTemperature(model)
    ? { max_completion_tokens: tokens }
    : { max_tokens: tokens };

export const chatRequest = (
  connection: Pick<ModelConnection, 'model' | 'capabilities' | 'baseUrl'>,
  request: ChatRequest,
): ChatBody => {
  const { model, baseUrl } = connection;
  const { messages, maxOutputTokens, temperature, seed, tools, responseSchema } = request;
  const left = new Set(chatLimits(connection));
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...outputLimit(model, baseUrl, maxOutputTokens),
    ...(temperature !== undefined && !left.has('temperature') && { temperature }),
    ...(seed !== undefined && !left.has('seed') && { seed }),
    ...(tools &&
      tools.length > 0 && {
        tools: tools.map(({ name, description, inputSchema }) => ({
          type: 'function' as const,
          function: { name, description, parameters: { ...inputSchema } },
        })),
      }),
    ...(responseSchema &&
      !left.has('schema') && {
        response_format: {
          type: 'json_schema' as const,
          json_schema: {
            name: responseSchema.name,
            schema: { ...responseSchema.schema },
            strict: isStrictSchema(responseSchema.schema),
          },
        },
      }),
  };
};
