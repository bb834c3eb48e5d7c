import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../../../core/providers/chat-model.ts';
import { responsesLimits, responsesRequest } from '../../../../../core/providers/openai/responses-request.ts';

const capabilities = { local: false, stub: false, toolCalls: true, structuredOutput: true, seed: false };
const connection = { model: 'gpt-4o', capabilities };
const request: ChatRequest = {
  messages: [{ role: 'user', content: 'Hello' }],
  maxOutputTokens: 200,
  temperature: 0.5,
  seed: 7,
  tools: [{ name: 'look', description: 'Looks.', inputSchema: { type: 'object' } }],
  responseSchema: { name: 'turn', schema: { type: 'object' } },
};

describe('responsesRequest', () => {
  it('carries over what the API takes, and leaves nothing behind on the server', () => {
    expect(responsesRequest(connection, request)).toEqual({
      model: 'gpt-4o',
      input: request.messages,
      max_output_tokens: 200,
      store: false,
      temperature: 0.5,
      tools: [
        {
          type: 'function',
          name: 'look',
          description: 'Looks.',
          parameters: { type: 'object' },
          strict: false,
        },
      ],
      text: { format: { type: 'json_schema', name: 'turn', schema: { type: 'object' }, strict: false } },
    });
  });

  it('takes no seed', () => {
    expect(responsesLimits(connection)).toEqual(['seed']);
  });
});
