import { expect, it } from 'vitest';
import { anthropic } from '../../../../../core/providers/anthropic/definition.ts';

const capabilitiesOf = (model: string) =>
  anthropic.capabilities({ model, baseUrl: 'http://127.0.0.1:1', api: 'chat', keyed: true });

it.each([
  ['claude-3-opus-20240229', false],
  ['claude-3-5-sonnet-20240620', false],
  ['claude-sonnet-4-20250514', false],
  ['claude-opus-4-1', false],
  ['claude-sonnet-4-5', true],
  ['claude-haiku-4-5-20251001', true],
  ['claude-opus-5', true],
  ['claude-fable-5-1', true],
])('%s follows a schema: %s', (model, expected) => {
  expect(capabilitiesOf(model).structuredOutput).toBe(expected);
});

it('is never local, takes no seed, and has its own header for the key', () => {
  expect(capabilitiesOf('claude-opus-5')).toMatchObject({ local: false, seed: false });
  expect(anthropic.keyHeaders('k')).toEqual({ 'x-api-key': 'k' });
});
