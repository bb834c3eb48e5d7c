import { expect, it } from 'vitest';
import { createModelCache } from '../../../../core/app/model-cache.ts';
import { realEffects } from '../../../../core/effects/index.ts';
import { defaultStubSettings, type ProviderSettings } from '../../../../core/providers/index.ts';

const settingsWith = (latencyMs: number): ProviderSettings => ({
  entries: {},
  environment: {},
  stub: { ...defaultStubSettings, latencyMs },
  keyOf: async () => undefined,
});

it('opens a model once, again after new settings, and again after a failure', async () => {
  let settings = settingsWith(0);
  const open = createModelCache(() => settings, realEffects);
  const first = await open('stub/debater');
  expect(await open('stub/debater')).toBe(first);
  settings = settingsWith(1);
  expect(await open('stub/debater')).not.toBe(first);
  await expect(open('nobody/model')).rejects.toMatchObject({ code: 'input/unknown-model' });
  await expect(open('nobody/model')).rejects.toMatchObject({ code: 'input/unknown-model' });
});
