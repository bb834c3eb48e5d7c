import { expect, it } from 'vitest';
import { azure } from '../../../../../core/providers/azure/definition.ts';

const facts = { baseUrl: 'https://r/openai', api: 'chat', keyed: true, structuredOutput: undefined } as const;

it('sends the key in the header of Azure', () => {
  expect(azure.keyHeaders('k')).toEqual({ 'api-key': 'k' });
});

it('tells from the name of a deployment what it can, unless the entry says it', () => {
  expect(azure.capabilities({ ...facts, model: 'gpt-4o-mini' }).structuredOutput).toBe(true);
  expect(azure.capabilities({ ...facts, model: 'team-model' }).structuredOutput).toBe(false);
  const told = azure.capabilities({ ...facts, model: 'team-model', structuredOutput: true });
  expect(told).toMatchObject({ structuredOutput: true, local: false, seed: true });
});

it('lists models beside each of its routes', () => {
  const { url } = azure.modelList;
  expect(url('https://r/openai', '2025-01-01-preview')).toBe(
    'https://r/openai/models?api-version=2025-01-01-preview',
  );
  expect(url('https://r/models', undefined)).toBe('https://r/openai/v1/models');
});
