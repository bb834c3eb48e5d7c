import { expect, it } from 'vitest';
import { ollama } from '../../../../../core/providers/ollama/definition.ts';

it.each([
  ['llama3.2', 'http://127.0.0.1:11434', true],
  ['llama3.2', 'http://box:11434', false],
  ['gpt-oss:120b-cloud', 'http://127.0.0.1:11434', false],
  ['deepseek-v3.1:cloud', 'http://127.0.0.1:11434', false],
  ['cloudy', 'http://127.0.0.1:11434', true],
])('%s at %s is local: %s', (model, baseUrl, local) => {
  expect(ollama.capabilities({ model, baseUrl, api: 'chat', keyed: false }).local).toBe(local);
});
