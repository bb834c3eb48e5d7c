import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { knownModel } from '../../../../core/providers/known-model.ts';
import { modelKey } from '../../../../core/providers/model-key.ts';
import type { ProviderSettings } from '../../../../core/providers/provider-settings.ts';
import { freshSettings } from './provider-test-settings.ts';

const keyOf = (name: string, changes: Partial<ProviderSettings>) => {
  const settings = { ...freshSettings, ...changes };
  const known = knownModel(name, settings);
  if (known.kind === 'stub') throw new Error('a stub has no key');
  return modelKey(known.location, known.definition, settings);
};
const holding = (keys: Record<string, string>) => async (reference: string) => keys[reference];
const environment = { OPENAI_API_KEY: 'from-environment' };

describe('modelKey', () => {
  it('takes the environment before the keychain for a built-in provider', async () => {
    const inKeychain = holding({ 'keychain:openai': 'from-keychain' });
    expect(await keyOf('openai/gpt-4o', { environment, keyOf: inKeychain })).toBe('from-environment');
    expect(await keyOf('openai/gpt-4o', { keyOf: inKeychain })).toBe('from-keychain');
  });

  it('takes the key that an entry names and no other', async () => {
    const entries = { openai: { type: 'openai', key: 'keychain:work' } } as const;
    const settings = { entries, environment, keyOf: holding({ 'keychain:work': 'of-work' }) };
    expect(await keyOf('openai/gpt-4o', settings)).toBe('of-work');
    await expect(keyOf('openai/gpt-4o', { entries, environment })).rejects.toMatchObject({
      code: 'provider/no-key',
      remedy: expect.stringContaining('keys set openai'),
    });
  });

  it('never sends the key of the environment to an address of an entry', async () => {
    const entries = { mine: { type: 'openai', base_url: 'http://127.0.0.1:9/v1' } } as const;
    await expect(keyOf('mine/gpt-4o', { entries, environment })).rejects.toMatchObject({
      code: 'provider/no-key',
      remedy: expect.stringContaining('key: env:NAME'),
    });
  });

  it('uses it for a second entry at the same address', async () => {
    const entries = { resp: { type: 'openai', api: 'responses' } } as const;
    expect(await keyOf('resp/gpt-4o', { entries, environment })).toBe('from-environment');
  });

  it('needs none for a local server, and does not ask the keychain', async () => {
    const asked: string[] = [];
    const entries = { lab: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1' } } as const;
    const settings = {
      entries,
      keyOf: async (reference: string) => {
        asked.push(reference);
        return undefined;
      },
    };
    expect(await keyOf('lab/x', settings)).toBeUndefined();
    expect(await keyOf('ollama/x', settings)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('names the variable where there is no key, and the reason where a named keychain cannot be read', async () => {
    const broken = async () => {
      throw new AgentNetError('provider/no-key', 'no keychain here');
    };
    await expect(keyOf('anthropic/claude-sonnet-4-5', { keyOf: broken })).rejects.toMatchObject({
      code: 'provider/no-key',
      remedy: expect.stringContaining('ANTHROPIC_API_KEY'),
    });
    const entries = { openai: { type: 'openai', key: 'keychain:work' } } as const;
    await expect(keyOf('openai/gpt-4o', { entries, keyOf: broken })).rejects.toThrow('no keychain here');
  });
});
