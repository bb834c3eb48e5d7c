import { expect, it } from 'vitest';
import { azureAddress, azureRoute } from '../../../../../core/providers/azure/address.ts';

const host = 'https://res.openai.azure.com';

it.each([
  [`${host}/`, `${host}/openai`, 'deployments'],
  [`${host}/openai/`, `${host}/openai`, 'deployments'],
  [`${host}/openai/deployments/gpt-4o`, `${host}/openai`, 'deployments'],
  [`${host}/openai/deployments/x/chat/completions?api-version=2024-10-21`, `${host}/openai`, 'deployments'],
  [`${host}/openai/v1/`, `${host}/openai/v1`, 'v1'],
  [`${host}/openai/v1/responses`, `${host}/openai/v1`, 'v1'],
  [`${host}/models`, `${host}/models`, 'models'],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/openai', 'deployments'],
  ['https://gateway.example/team', 'https://gateway.example/team/openai', 'deployments'],
])('reads %s as %s, of kind %s', (text, address, route) => {
  expect(azureAddress(text)).toBe(address);
  expect(azureAddress(address)).toBe(address);
  expect(azureRoute(address)).toBe(route);
});

it('refuses what is no address', () => {
  expect(() => azureAddress('my-resource')).toThrow(expect.objectContaining({ code: 'input/invalid' }));
});
