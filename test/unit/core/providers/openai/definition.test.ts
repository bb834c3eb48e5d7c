import { describe, expect, it } from 'vitest';
import { openAi, openAiCompatible } from '../../../../../core/providers/openai/definition.ts';

const facts = { model: 'gpt-4o', baseUrl: 'http://127.0.0.1:1/v1', api: 'chat', keyed: false } as const;

describe('OpenAI', () => {
  it('is never local: it may be a way to the paid API', () => {
    expect(openAi.capabilities(facts).local).toBe(false);
  });

  it('takes a seed in chat completions only', () => {
    expect(openAi.capabilities(facts).seed).toBe(true);
    expect(openAi.capabilities({ ...facts, api: 'responses' }).seed).toBe(false);
  });

  it('sends its key as a bearer', () => {
    expect(openAi.keyHeaders('k')).toEqual({ authorization: 'Bearer k' });
    expect(openAi.keyRequired).toBe(true);
  });
});

describe('a compatible server', () => {
  it('is local on this machine as long as it wants no key', () => {
    expect(openAiCompatible.capabilities(facts).local).toBe(true);
    expect(openAiCompatible.capabilities({ ...facts, keyed: true }).local).toBe(false);
    expect(openAiCompatible.capabilities({ ...facts, baseUrl: 'https://far.example' }).local).toBe(false);
  });

  it('has no address of its own', () => {
    expect(openAiCompatible.standardAddress).toBeNull();
    expect(openAiCompatible.keyRequired).toBe(false);
  });
});
