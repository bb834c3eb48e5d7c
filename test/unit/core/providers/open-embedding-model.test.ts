import { expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { openEmbeddingModel } from '../../../../core/providers/open-embedding-model.ts';
import { freshSettings } from './provider-test-settings.ts';

it('opens a model of vectors by its full name', async () => {
  const name = 'ollama/nomic-embed-text';
  expect((await openEmbeddingModel(name, freshSettings, realEffects)).name).toBe(name);
});

it.each(['anthropic/claude-sonnet-4-5', 'stub/debater', 'huggingface/x', 'nobody/x'])(
  'refuses %s',
  async (name) => {
    await expect(openEmbeddingModel(name, freshSettings, realEffects)).rejects.toMatchObject({
      code: 'input/unknown-model',
    });
  },
);
