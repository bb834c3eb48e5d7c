import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../../../core/providers/chat-model.ts';
import { chatLimits, chatRequest } from '../../../../../core/providers/openai/chat-request.ts';

const able = { local: false, stub: false, toolCalls: true, structuredOutput: true, seed: true };
const full: ChatRequest = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: 'Yes?' },
  ],
  maxOutputTokens: 200,
  temperature: 0,
  seed: 0,
  tools: [{ name: 'look', description: 'Looks.', inputSchema: { type: 'object' } }],
  responseSchema: {
    name: 'turn',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
};

describe('chatRequest', () => {
  it('carries everything over, zeros too', () => {
    expect(chatRequest({ model: 'gpt-4o', capabilities: able }, full, true)).toEqual({
      model: 'gpt-4o',
      messages: full.messages,
      max_completion_tokens: 200,
      temperature: 0,
      seed: 0,
      tools: [
        {
          type: 'function',
          function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } },
        },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'turn', schema: full.responseSchema?.schema, strict: true },
      },
    });
  });

  it('names the limit as older servers know it', () => {
    const body = chatRequest({ model: 'qwen2.5', capabilities: able }, full, false);
    expect(body).toMatchObject({ max_tokens: 200 });
    expect(body).not.toHaveProperty('max_completion_tokens');
  });

  it('leaves out what the model does not take', () => {
    const connection = { model: 'o3-mini', capabilities: { ...able, seed: false, structuredOutput: false } };
    const body = chatRequest(connection, full, true);
    for (const key of ['temperature', 'seed', 'response_format']) expect(body).not.toHaveProperty(key);
    expect(chatLimits(connection)).toEqual(['temperature', 'seed', 'schema']);
  });

  it('sends nothing that was not asked for', () => {
    const plain: ChatRequest = { messages: full.messages, maxOutputTokens: 5, tools: [] };
    expect(Object.keys(chatRequest({ model: 'gpt-4o', capabilities: able }, plain, true))).toEqual([
      'model',
      'messages',
      'max_completion_tokens',
    ]);
  });
});
