import { expect, it } from 'vitest';
import { registry } from '../../../../core/providers/registry.ts';

it.each(Object.entries(registry))('loads an adapter of %s that can be opened', async (_type, definition) => {
  expect(await definition.load()).toBeInstanceOf(Function);
});
