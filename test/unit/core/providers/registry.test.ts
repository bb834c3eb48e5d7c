import { expect, it } from 'vitest';
import { notBuiltProviders } from '../../../../core/providers/provider-settings.ts';
import { definitionOf, registry } from '../../../../core/providers/registry.ts';

it('has a definition for every type that is built, and none for the others', () => {
  for (const type of ['openai', 'openai-compatible', 'anthropic', 'ollama'] as const) {
    expect(definitionOf(type)).toBe(registry[type]);
  }
  for (const type of notBuiltProviders) expect(definitionOf(type)).toBeUndefined();
});

it('loads an adapter that can be opened for each', async () => {
  for (const definition of Object.values(registry)) expect(await definition.load()).toBeInstanceOf(Function);
});
