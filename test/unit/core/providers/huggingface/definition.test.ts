import { expect, it } from 'vitest';
import { huggingFace } from '../../../../../core/providers/huggingface/definition.ts';

const facts = { model: 'org/model:together', baseUrl: 'https://h/v1', api: 'chat', keyed: false } as const;

it('goes to the router with the token of its variable', () => {
  expect(huggingFace.standardAddress).toBe('https://router.huggingface.co/v1');
  expect(huggingFace.keyVariable).toBe('HF_TOKEN');
  expect(huggingFace.keyHeaders('t')).toEqual({ authorization: 'Bearer t' });
});

it('risks a schema only where the entry says so', () => {
  expect(huggingFace.capabilities({ ...facts, structuredOutput: undefined }).structuredOutput).toBe(false);
  expect(huggingFace.capabilities({ ...facts, structuredOutput: true }).structuredOutput).toBe(true);
});
