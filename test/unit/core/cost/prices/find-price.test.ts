import { describe, expect, it } from 'vitest';
import { findPrice } from '../../../../../core/cost/prices/find-price.ts';
import type { PriceTable } from '../../../../../core/cost/prices/price-table.ts';

const at = (input: number) => ({ input, output: 2 * input });
const table: PriceTable = {
  table: 't@2026-01-01',
  providers: {
    openai: { 'gpt-4o': at(1), 'gpt-4o-2024-05-13': at(2), 'ft:gpt-4o-2024-08-06': at(3) },
    azure: { 'gpt-4o': at(4), 'eu/gpt-4o': at(5) },
    anthropic: { 'claude-x': at(6) },
    nebius: { 'Qwen/QwQ-32B': at(7) },
    'fireworks-ai': { 'accounts/fireworks/models/deepseek-r1': at(8), 'a/same': at(9), 'b/same': at(9) },
  },
};
const input = (type: string, model: string) => findPrice(table, { type, model })?.input ?? null;

describe('findPrice', () => {
  it('takes the exact name before the name without its date', () => {
    expect(input('openai', 'gpt-4o')).toBe(1);
    expect(input('openai', 'gpt-4o-2024-05-13')).toBe(2);
    expect(input('openai', 'gpt-4o-2024-11-20')).toBe(1);
    expect(input('anthropic', 'claude-x-20250929')).toBe(6);
    expect(input('anthropic', 'claude-x-latest')).toBe(6);
    expect(input('openai', 'GPT-4o')).toBe(1);
    expect(input('openai', 'ft:gpt-4o-2024-08-06:org::id')).toBe(3);
  });

  it('keeps providers apart, and knows nothing of models it does not know', () => {
    expect(input('azure', 'gpt-4o')).toBe(4);
    expect(input('azure', 'eu/gpt-4o')).toBe(5);
    expect(input('azure', 'my-deployment')).toBeNull();
    expect(input('openai', 'claude-x')).toBeNull();
    expect(input('openai-compatible', 'gpt-4o')).toBeNull();
    expect(input('openai', 'gpt-4o-mini')).toBeNull();
    expect(input('openai', 'constructor')).toBeNull();
    expect(input('toString', 'gpt-4o')).toBeNull();
  });

  it('prices a routed model by the provider that is asked for', () => {
    expect(input('huggingface', 'Qwen/QwQ-32B:nebius')).toBe(7);
    expect(input('huggingface', 'deepseek-ai/DeepSeek-R1:fireworks-ai')).toBe(8);
    expect(input('huggingface', 'Qwen/QwQ-32B')).toBeNull();
    expect(input('huggingface', 'Qwen/QwQ-32B:fastest')).toBeNull();
    expect(input('huggingface', 'x/same:fireworks-ai')).toBeNull();
  });
});
