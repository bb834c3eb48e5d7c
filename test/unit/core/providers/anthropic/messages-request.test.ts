import { describe, expect, it } from 'vitest';
import { messagesLimits, messagesRequest } from '../../../../../core/providers/anthropic/messages-request.ts';
import type { ChatRequest } from '../../../../../core/providers/chat-model.ts';

const able = { local: false, stub: false, toolCalls: true, structuredOutput: true, seed: false };
const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello' },
  ],
  maxOutputTokens: 200,
  temperature: 0.5,
  seed: 7,
  tools: [{ name: 'look', description: 'Looks.', inputSchema: { properties: {} } }],
  responseSchema: { name: 'turn', schema: { type: 'object' } },
};

describe('messagesRequest', () => {
  it('carries over what the API takes', () => {
    expect(messagesRequest('claude-sonnet-4-5', able, request)).toEqual({
      model: 'claude-sonnet-4-5',
      max_tokens: 200,
      system: 'Be brief.',
      messages: [{ role: 'user', content: 'Hello' }],
      tools: [{ name: 'look', description: 'Looks.', input_schema: { type: 'object', properties: {} } }],
      output_config: { format: { type: 'json_schema', schema: { type: 'object' } } },
    });
  });

  it('sends no schema to a model that cannot follow one, and says so', () => {
    const unable = { ...able, structuredOutput: false };
    expect(messagesRequest('claude-3-opus', unable, request)).not.toHaveProperty('output_config');
    expect(messagesLimits(unable)).toEqual(['temperature', 'seed', 'schema']);
    expect(messagesLimits(able)).toEqual(['temperature', 'seed']);
  });
});
