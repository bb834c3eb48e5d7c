import { describe, expect, it } from 'vitest';
import { knownModel } from '../../../../core/providers/known-model.ts';
import type { ProviderSettings } from '../../../../core/providers/provider-settings.ts';

const baseUrl = (
  name: string,
  environment: ProviderSettings['environment'] = {},
  entries: ProviderSettings['entries'] = {},
) => {
  const known = knownModel(name, { environment, entries });
  return known.kind === 'provider' ? known.facts.baseUrl : null;
};

describe('knownModel', () => {
  it('takes the standard address, else that of the environment, else that of the entry', () => {
    expect(baseUrl('openai/gpt-4o')).toBe('https://api.openai.com/v1');
    const environment = { OPENAI_BASE_URL: ' http://127.0.0.1:9001/v1/ ' };
    expect(baseUrl('openai/gpt-4o', environment)).toBe('http://127.0.0.1:9001/v1');
    const entries = { openai: { type: 'openai', base_url: 'http://127.0.0.1:9002/v1' } } as const;
    expect(baseUrl('openai/gpt-4o', environment, entries)).toBe('http://127.0.0.1:9002/v1');
  });

  it('reads each variable for its own provider only', () => {
    const environment = { ANTHROPIC_BASE_URL: 'http://127.0.0.1:1', OLLAMA_HOST: 'box' };
    expect(baseUrl('openai/gpt-4o', environment)).toBe('https://api.openai.com/v1');
    expect(baseUrl('anthropic/claude-sonnet-4-5', environment)).toBe('http://127.0.0.1:1');
    expect(baseUrl('ollama/llama3.2', environment)).toBe('http://box:11434');
    expect(baseUrl('ollama/llama3.2', { OLLAMA_HOST: '' })).toBe('http://127.0.0.1:11434');
  });

  it('refuses an address that is none', () => {
    expect(() => baseUrl('openai/gpt-4o', { OPENAI_BASE_URL: 'nowhere' })).toThrow(
      expect.objectContaining({ code: 'input/invalid' }),
    );
    expect(() => baseUrl('lab/x', {}, { lab: { type: 'openai-compatible' } })).toThrow(
      expect.objectContaining({ where: { path: 'providers.lab.base_url' } }),
    );
  });

  it.each([
    ['nobody/x', 'input/unknown-model'],
    ['azure/x', 'input/invalid'],
  ])('refuses %s with %s', (name, code) => {
    expect(() => knownModel(name, { environment: {}, entries: {} })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
