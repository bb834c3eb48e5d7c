import { expect, it } from 'vitest';
import { followsSchemas, refusesTemperature } from '../../../../core/providers/model-families.ts';

it.each([
  ['gpt-3.5-turbo', false, false],
  ['gpt-4', false, false],
  ['gpt-4-turbo', false, false],
  ['gpt-4o', true, false],
  ['gpt-4o-mini-2024-07-18', true, false],
  ['gpt-4.1-nano', true, false],
  ['gpt-5-mini', true, true],
  ['gpt-5-chat-latest', true, false],
  ['gpt-5.2', true, true],
  ['o1-mini', false, true],
  ['o1', true, true],
  ['o3-mini', true, true],
  ['o4-mini', true, true],
  ['qwen2.5', false, false],
  ['gpt-oss-20b', false, false],
])('%s: schemas %s, no temperature %s', (model, schemas, noTemperature) => {
  expect(followsSchemas(model)).toBe(schemas);
  expect(refusesTemperature(model)).toBe(noTemperature);
});
