import { expect, it } from 'vitest';
import { providerAddress } from '../../../../core/providers/provider-address.ts';
import type { ProviderEntry } from '../../../../core/providers/provider-settings.ts';
import { registry } from '../../../../core/providers/registry.ts';

const addressOf = (entry: ProviderEntry, environment = {}) =>
  providerAddress({ entry, provider: 'p' }, registry[entry.type], { environment });

it('takes that of the entry, else that of the variable, else the standard one', () => {
  const environment = { AZURE_OPENAI_ENDPOINT: 'https://res.openai.azure.com/' };
  expect(addressOf({ type: 'azure', base_url: 'http://127.0.0.1:1' }, environment)).toBe(
    'http://127.0.0.1:1/openai',
  );
  expect(addressOf({ type: 'azure' }, environment)).toBe('https://res.openai.azure.com/openai');
  expect(addressOf({ type: 'huggingface' }, environment)).toBe('https://router.huggingface.co/v1');
});

it('says how to give one where there is none', () => {
  expect(() => addressOf({ type: 'azure' })).toThrow(
    expect.objectContaining({
      where: { path: 'providers.p.base_url' },
      remedy: expect.stringContaining('AZURE_OPENAI_ENDPOINT'),
    }),
  );
  expect(() => addressOf({ type: 'openai-compatible' })).toThrow(
    expect.objectContaining({ remedy: expect.not.stringContaining('variable') }),
  );
});
