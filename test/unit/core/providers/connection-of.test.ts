import { expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import { connectionOf } from '../../../../core/providers/connection-of.ts';
import { knownModel } from '../../../../core/providers/known-model.ts';
import type { ProviderSettings } from '../../../../core/providers/provider-settings.ts';
import { freshSettings } from './provider-test-settings.ts';

const connect = (name: string, changes: Partial<ProviderSettings>) => {
  const settings = { ...freshSettings, ...changes };
  const known = knownModel(name, settings);
  if (known.kind !== 'provider') throw new Error(`${name} is no model of a provider`);
  return connectionOf(known, settings, fakeEffects());
};

it('brings together what the entry says', async () => {
  const entries = {
    west: {
      type: 'azure',
      base_url: 'https://r.example',
      api_version: '2025-01-01-preview',
      idle_s: 9,
      key: 'env:K',
    },
  } as const;
  const connection = connect('west/gpt-4o', { entries, keyOf: async () => 'k' });
  expect(connection).toMatchObject({
    name: 'west/gpt-4o',
    model: 'gpt-4o',
    baseUrl: 'https://r.example/openai',
    apiVersion: '2025-01-01-preview',
    waits: { headersMs: 30_000, idleMs: 9_000 },
  });
  expect(await connection.credentials()).toEqual({ 'api-key': 'k' });
});

it('sends no key where none is set and none is needed', async () => {
  expect(await connect('ollama/llama3.2', {}).credentials()).toEqual({});
});
