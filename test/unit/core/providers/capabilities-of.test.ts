import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { capabilitiesOf } from '../../../../core/providers/capabilities-of.ts';
import { openModel } from '../../../../core/providers/open-model.ts';
import { freshSettings } from './provider-test-settings.ts';

const entries = {
  lab: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1' },
  paid: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1', key: 'env:PAID' },
  far: { type: 'openai-compatible', base_url: 'https://models.example/v1' },
  proxy: { type: 'anthropic', base_url: 'http://127.0.0.1:9000', key: 'env:PROXY' },
  box: { type: 'ollama', base_url: 'http://10.0.0.7:11434' },
} as const;
const settings = { ...freshSettings, entries };

describe('capabilitiesOf', () => {
  it.each([
    ['stub/debater', true],
    ['ollama/llama3.2', true],
    ['ollama/gpt-oss:120b-cloud', false],
    ['box/llama3.2', false],
    ['lab/qwen2.5', true],
    ['paid/qwen2.5', false],
    ['far/qwen2.5', false],
    ['openai/gpt-4o', false],
    ['proxy/claude-sonnet-4-5', false],
  ])('%s: free and on this machine is %s', (name, local) => {
    expect(capabilitiesOf(name, settings).local).toBe(local);
  });

  it('says the same as the opened model', async () => {
    for (const name of [
      'stub/debater',
      'openai/gpt-4o',
      'anthropic/claude-3-opus',
      'ollama/llama3.2',
      'lab/x',
    ]) {
      const model = await openModel(name, settings, realEffects);
      expect(model.capabilities).toEqual(capabilitiesOf(name, settings));
    }
  });

  it('refuses what cannot be opened', () => {
    expect(() => capabilitiesOf('opneai/gpt-4o', settings)).toThrow(
      expect.objectContaining({ code: 'input/unknown-model', remedy: 'Did you mean openai/gpt-4o?' }),
    );
  });
});
