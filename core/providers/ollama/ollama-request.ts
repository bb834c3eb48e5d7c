import type { ChatRequest as OllamaBody } from 'ollama/browser';
import type { ChatRequest } from '../chat-model.ts';
import { contextSize } from './context-size.ts';

export const ollamaRequest = (model: string, request: ChatRequest): OllamaBody => {
  const { messages, maxOutputTokens, temperature, seed, tools, responseSchema } = request;
  const context = contextSize(request);
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    options: {
      num_predict: maxOutputTokens,
      ...(temperature !== undefined && { temperature }),
      ...(seed !== undefined && { seed }),
      ...(context !== undefined && { num_ctx: context }),
    },
    ...(tools &&
      tools.length > 0 && {
        tools: tools.map(({ name, description, inputSchema }) => ({
          type: 'function',
          function: { name, description, parameters: { ...inputSchema } },
        })),
      }),
    ...(responseSchema && { format: { ...responseSchema.schema } }),
  };
};
