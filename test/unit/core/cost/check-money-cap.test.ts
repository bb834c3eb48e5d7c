import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { checkMoneyCap } from '../../../../core/cost/check-money-cap.ts';

const local = { provider: 'ollama', local: true, stub: false };
const stub = { provider: 'stub', local: true, stub: true };
const hosted = { provider: 'openai', local: false, stub: false };

const refusal = (models: Parameters<typeof checkMoneyCap>[1]): AgentNetError => {
  try {
    checkMoneyCap('budget.usd', models);
  } catch (error) {
    if (error instanceof AgentNetError) return error;
  }
  throw new Error('It was not refused.');
};

describe('checkMoneyCap', () => {
  it('lets models on this machine run under any cap', () => {
    expect(() =>
      checkMoneyCap('budget.usd', { 'ollama/llama3.2': local, 'stub/debater': stub }),
    ).not.toThrow();
    expect(() => checkMoneyCap('budget.usd', {})).not.toThrow();
  });

  it('refuses a chain that may reach a model of unknown price, and names it', () => {
    const error = refusal({ 'stub/debater': stub, 'openai/gpt-4o': hosted });
    expect(error.code).toBe('input/unknown-price');
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe(
      'budget.usd caps the money, and the run may call a model whose price is unknown: openai/gpt-4o.',
    );
    expect(error.where).toEqual({ path: 'budget.usd' });
    expect(error.remedy).toContain('budget.tokens');
  });

  it('names all of them, in order', () => {
    const error = refusal({ 'openai/b': hosted, 'openai/a': hosted });
    expect(error.message).toContain('models whose prices are unknown: openai/a, openai/b.');
    expect(error.data).toEqual({ models: ['openai/a', 'openai/b'] });
  });
});
