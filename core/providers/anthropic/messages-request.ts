import type Anthropic from '@anthropic-ai/sdk';
import type { ChatRequest, ModelCapabilities } from '../chat-model.ts';
import type { Setting } from '../unsupported.ts';
import { convertMessages } from './convert-messages.ts';

export type MessagesBody = Omit<Anthropic.MessageCreateParamsNonStreaming, 'stream'>;

/** The API version that the SDK speaks has neither a temperature nor a seed. */
export const messagesLimits = (capabilities: ModelCapabilities): readonly Setting[] => [
  'temperature',
  'seed',
  ...(capabilities.structuredOutput ? [] : (['schema'] as const)),
];

export const messagesRequest = (
  model: string,
  capabilities: ModelCapabilities,
  request: ChatRequest,
): MessagesBody => {
  const { maxOutputTokens, tools, responseSchema } = request;
  const { system, messages } = convertMessages(request.messages);
  return {
    model,
    max_tokens: maxOutputTokens,
    messages: [...messages],
    ...(system !== undefined && { system }),
    ...(tools &&
      tools.length > 0 && {
        tools: tools.map(({ name, description, inputSchema }) => ({
          name,
          description,
          input_schema: { ...inputSchema, type: 'object' as const },
        })),
      }),
    ...(responseSchema &&
      capabilities.structuredOutput && {
        output_config: { format: { type: 'json_schema' as const, schema: { ...responseSchema.schema } } },
      }),
  };
};
