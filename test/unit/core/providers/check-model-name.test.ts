import { describe, expect, it } from 'vitest';
import { checkModelName } from '../../../../core/providers/check-model-name.ts';

const entries = {
  lab: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1' },
  cloud: { type: 'azure' },
} as const;
const check = (name: string) => checkModelName(name, { entries });

describe('checkModelName', () => {
  it.each([
    'stub/debater',
    'openai/gpt-4o',
    'anthropic/claude-sonnet-4-5',
    'ollama/llama3.2',
    'lab/qwen2.5',
    'azure/my-deployment',
    'huggingface/meta-llama/Llama-3.1-8B-Instruct:together',
    'cloud/gpt-4o',
  ])('finds nothing wrong with %s, whatever keys there are', (name) => {
    expect(check(name)).toBeNull();
  });

  it.each([
    ['opneai/gpt-4o', 'openai/gpt-4o'],
    ['labs/qwen2.5', 'lab/qwen2.5'],
    ['stub/debatr', 'stub/debater'],
    ['gpt-4o-mini', 'openai/gpt-4o-mini'],
    ['claude-sonnet-4-5', 'anthropic/claude-sonnet-4-5'],
    ['llama3.2', 'ollama/llama3.2'],
    ['debater', 'stub/debater'],
  ])('asks for %s whether %s was meant', (name, nearest) => {
    expect(check(name)).toMatchObject({ code: 'input/unknown-model', nearest });
  });

  it('names what there is when nothing is near', () => {
    const problem = check('mistralai/large');
    expect(problem).not.toHaveProperty('nearest');
    expect(problem?.message).toContain('stub, lab, cloud, openai, anthropic, ollama, azure, huggingface');
    expect(check('openai/')?.message).toContain('names no model');
  });
});
