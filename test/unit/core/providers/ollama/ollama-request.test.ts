import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../../../core/providers/chat-model.ts';
import { ollamaRequest } from '../../../../../core/providers/ollama/ollama-request.ts';

const messages = [{ role: 'user', content: 'Hello' }] as const;

describe('ollamaRequest', () => {
  it('carries everything over', () => {
    const request: ChatRequest = {
      messages,
      maxOutputTokens: 200,
      temperature: 0,
      seed: 0,
      tools: [{ name: 'look', description: 'Looks.', inputSchema: { type: 'object' } }],
      responseSchema: { name: 'turn', schema: { type: 'object' } },
    };
    expect(ollamaRequest('llama3.2', request)).toEqual({
      model: 'llama3.2',
      messages,
      options: { num_predict: 200, temperature: 0, seed: 0 },
      tools: [
        {
          type: 'function',
          function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } },
        },
      ],
      format: { type: 'object' },
    });
  });

  it('asks for a context in which a long prompt has room', () => {
    const long: ChatRequest = {
      messages: [{ role: 'user', content: 'word '.repeat(9_000) }],
      maxOutputTokens: 1_024,
    };
    expect(ollamaRequest('llama3.2', long).options?.num_ctx).toBe(16_384);
  });
});
