import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../../core/providers/nearest-name.ts';

const names = ['openai', 'anthropic', 'ollama', 'stub', 'lab'];

describe('nearestName', () => {
  it.each([
    ['opneai', 'openai'],
    ['OpenAI', 'openai'],
    ['antropic', 'anthropic'],
    ['olama', 'ollama'],
    ['stubs', 'stub'],
  ])('takes %s for %s', (wrong, right) => {
    expect(nearestName(wrong, names)).toBe(right);
  });

  it('has no answer for what is far from all', () => {
    expect(nearestName('mistralai', names)).toBeUndefined();
    expect(nearestName('x'.repeat(10_000), names)).toBeUndefined();
    expect(nearestName('openai', [])).toBeUndefined();
  });
});
