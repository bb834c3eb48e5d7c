import { describe, expect, it } from 'vitest';
import { agentDefinition, agentVersion, DEFAULT_MODEL_LINK } from '../../../../core/contract/agent.ts';

const athena = { name: 'Athena', description: 'Weighs the evidence.', role: 'You weigh the evidence.' };

describe('agentDefinition', () => {
  it("answers with the user's model where no chain is given", () => {
    expect(agentDefinition.parse(athena)).toEqual({ ...athena, style: {}, models: [DEFAULT_MODEL_LINK] });
  });

  it.each([
    { name: 'no name' },
    { role: '' },
    { role: 'x'.repeat(20_001) },
    { description: '' },
    { version: '1.0' },
    { style: { logic: 1.1 } },
    { style: { logic: -0.1 } },
    { style: { logic: Number.NaN } },
    { models: [] },
    { models: ['gpt-4o'] },
    { models: Array(9).fill('stub/echo') },
    { max_output_tokens: 0 },
    { temperature: 2.1 },
    { colour: 'red' },
  ])('refuses %j', (change) => {
    expect(agentDefinition.safeParse({ ...athena, ...change }).success).toBe(false);
  });

  it('takes a chain that ends in a stub', () => {
    const models = ['default', 'openai/gpt-4o', 'ollama/llama3.2', 'stub/debater'];
    expect(agentDefinition.parse({ ...athena, models }).models).toEqual(models);
  });
});

describe('agentVersion', () => {
  it('is a definition with its version, fingerprint and origin', () => {
    const stored = {
      ...agentDefinition.parse(athena),
      version: '1.0.0',
      fingerprint: 'f',
      origin: 'user',
      created_at: 5,
    };
    expect(agentVersion.parse(stored)).toEqual(stored);
    expect(agentVersion.safeParse({ ...stored, version: undefined }).success).toBe(false);
    expect(agentVersion.safeParse({ ...stored, origin: 'stolen' }).success).toBe(false);
  });
});
