import { expect, it } from 'vitest';
import { azureApiVersion } from '../../../../../core/providers/azure/api-version.ts';

it('is that of the entry, else the standard one of the route, and none for v1', () => {
  expect(azureApiVersion('https://r/openai', '2025-01-01-preview')).toBe('2025-01-01-preview');
  expect(azureApiVersion('https://r/openai', undefined)).toBe('2024-10-21');
  expect(azureApiVersion('https://r/models', undefined)).toBe('2024-05-01-preview');
  expect(azureApiVersion('https://r/openai/v1', undefined)).toBeUndefined();
  expect(azureApiVersion('https://r/openai/v1', 'preview')).toBe('preview');
});
