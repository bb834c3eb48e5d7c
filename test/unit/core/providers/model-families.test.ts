import { expect, it } from 'vitest';
import {
  followsSchemas,
  refusesTemperature,
  thinksUnseen,
} from '../../../../core/providers/model-families.ts';

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

it('knows which models send nothing while they think', () => {
  expect(thinksUnseen({ model: 'o3', api: 'chat' })).toBe('thinks');
  expect(thinksUnseen({ model: 'o3', api: 'responses' })).toBeNull();
  expect(thinksUnseen({ model: 'gpt-4o', api: 'chat' })).toBeNull();
});
