import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../../core/providers/index.ts';
import { unsupported } from '../../../../core/providers/unsupported.ts';

const request: ChatRequest = { messages: [{ role: 'user', content: 'Hello' }], maxOutputTokens: 10 };

describe('unsupported', () => {
  it('says nothing of a setting that was not asked for', () => {
    expect(unsupported('a/b', request, ['temperature', 'seed', 'tools', 'schema'])).toEqual([]);
    expect(unsupported('a/b', { ...request, tools: [] }, ['tools'])).toEqual([]);
  });

  it('names each one that was, and no other', () => {
    const full: ChatRequest = {
      ...request,
      temperature: 0,
      seed: 0,
      tools: [{ name: 't', description: '', inputSchema: {} }],
      responseSchema: { name: 's', schema: {} },
    };
    const codes = unsupported('a/b', full, ['temperature', 'seed', 'tools', 'schema']).map(
      ({ code }) => code,
    );
    expect(codes).toEqual([
      'temperature-unsupported',
      'seed-unsupported',
      'tools-unsupported',
      'schema-unsupported',
    ]);
    expect(unsupported('a/b', full, ['seed'])).toEqual([
      { code: 'seed-unsupported', message: expect.stringContaining('a/b') },
    ]);
  });
});
