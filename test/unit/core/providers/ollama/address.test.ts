import { describe, expect, it } from 'vitest';
import { ollamaAddress } from '../../../../../core/providers/ollama/address.ts';

describe('ollamaAddress', () => {
  it.each([
    ['box', 'http://box:11434'],
    ['box:8080', 'http://box:8080'],
    ['box:80', 'http://box'],
    [':8080', 'http://127.0.0.1:8080'],
    ['127.0.0.1', 'http://127.0.0.1:11434'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:9999', 'http://127.0.0.1:9999'],
    ['[::]:9999', 'http://[::1]:9999'],
    ['http://box', 'http://box'],
    ['https://models.example/ollama/', 'https://models.example/ollama'],
    [' box ', 'http://box:11434'],
  ])('%j is %s', (text, address) => {
    expect(ollamaAddress(text)).toBe(address);
  });

  it.each(['', 'http://', 'a b'])('refuses %j', (text) => {
    expect(() => ollamaAddress(text)).toThrow(expect.objectContaining({ code: 'input/invalid' }));
  });
});
