import { describe, expect, it } from 'vitest';
import { keySlots } from '../../../../core/providers/key-slots.ts';
import type { freshSettings } from './provider-test-settings.ts';

const slotsOf = (entries: typeof freshSettings.entries, environment = {}) =>
  Object.fromEntries(keySlots({ entries, environment }).map((slot) => [slot.provider, slot]));

describe('keySlots', () => {
  it('has every built-in provider, with its variable and its own name in the store', () => {
    expect(slotsOf({})).toMatchObject({
      openai: { variable: 'OPENAI_API_KEY', storedAs: 'openai', baseUrl: 'https://api.openai.com/v1' },
      anthropic: { variable: 'ANTHROPIC_API_KEY', storedAs: 'anthropic' },
      azure: { variable: 'AZURE_OPENAI_API_KEY', storedAs: 'azure', baseUrl: null },
      huggingface: { variable: 'HF_TOKEN', storedAs: 'huggingface' },
      ollama: { variable: null, storedAs: null, keyOptional: true },
    });
  });

  it('takes from an entry what it names and nothing else', () => {
    const base_url = 'http://user:secret@127.0.0.1:9/v1';
    const slots = slotsOf({
      lab: { type: 'openai-compatible', base_url, key: 'env:LAB_KEY' },
      proxy: { type: 'anthropic', base_url, key: 'keychain:work' },
      free: { type: 'openai-compatible', base_url },
      other: { type: 'openai', base_url },
      same: { type: 'openai', api: 'responses' },
    });
    expect(slots).toMatchObject({
      lab: { variable: 'LAB_KEY', storedAs: null, keyOptional: false, baseUrl: 'http://127.0.0.1:9/v1' },
      proxy: { variable: null, storedAs: 'work' },
      free: { variable: null, storedAs: null, keyOptional: true },
      other: { variable: null, storedAs: 'other' },
      same: { variable: 'OPENAI_API_KEY', storedAs: 'same' },
    });
  });

  it('lets an entry take the place of its namesake, and shows the address of the environment', () => {
    expect(slotsOf({ openai: { type: 'openai', key: 'env:MINE' } })['openai']).toMatchObject({
      variable: 'MINE',
    });
    const environment = { OPENAI_BASE_URL: 'http://127.0.0.1:7/v1' };
    expect(slotsOf({}, environment)['openai']).toMatchObject({ baseUrl: 'http://127.0.0.1:7/v1' });
  });
});
