import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../../../core/providers/chat-model.ts';
import { chatLimits, chatRequest } from '../../../../../core/providers/openai/chat-request.ts';

const able = { local: false, stub: false, toolCalls: true, structuredOutput: true, seed: true };
const HOSTED = 'https://api.openai.com/v1';
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
    expect(chatRequest({ model: 'gpt-4o', capabilities: able, baseUrl: HOSTED }, full)).toEqual({
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

  it.each([
    [HOSTED, 'gpt-4o', 'max_completion_tokens'],
    ['http://127.0.0.1:8000/v1', 'qwen2.5', 'max_tokens'],
    ['http://127.0.0.1:8000/v1', 'gpt-4o', 'max_tokens'],
    ['http://127.0.0.1:8000/v1', 'o3-mini', 'max_completion_tokens'],
  ])('at %s names the output limit of %s %s', (baseUrl, model, name) => {
    const body = chatRequest({ model, capabilities: able, baseUrl }, full);
    expect(Object.keys(body).filter((key) => key.startsWith('max_'))).toEqual([name]);
    expect(body).toMatchObject({ [name]: 200 });
  });

  it('leaves out what the model does not take', () => {
    const connection = {
      model: 'o3-mini',
      baseUrl: HOSTED,
      capabilities: { ...able, seed: false, structuredOutput: false },
    };
    const body = chatRequest(connection, full);
    for (const key of ['temperature', 'seed', 'response_format']) expect(body).not.toHaveProperty(key);
    expect(chatLimits(connection)).toEqual(['temperature', 'seed', 'schema']);
  });

  it('sends nothing that was not asked for', () => {
    const plain: ChatRequest = { messages: full.messages, maxOutputTokens: 5, tools: [] };
    expect(Object.keys(chatRequest({ model: 'gpt-4o', capabilities: able, baseUrl: HOSTED }, plain))).toEqual(
      ['model', 'messages', 'max_completion_tokens'],
    );
  });
});
