import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { parseInput } from '../../../../core/transport/parse-input.ts';

const refusal = (name: Parameters<typeof parseInput>[0], value: unknown): AgentNetError => {
  try {
    parseInput(name, value);
  } catch (error) {
    if (error instanceof AgentNetError) return error;
  }
  throw new Error('was not refused');
};

describe('parseInput', () => {
  it('fills in defaults and reads numbers out of a query', () => {
    expect(parseInput('sessions.turns', { id: 'x', limit: '5' })).toEqual({ id: 'x', after: 0, limit: 5 });
  });

  it('takes no input for an empty one', () => {
    expect(parseInput('agents.list', undefined)).toEqual({});
  });

  it('names every problem with the path a user would write', () => {
    const error = refusal('agents.create', {
      name: 'Athena',
      description: 'd',
      role: 'r',
      models: ['default', 'nonsense'],
      style: { logic: 2 },
      colour: 'red',
    });
    expect(error.code).toBe('input/invalid');
    const problems = error.data['problems'] as { where: { path?: string } }[];
    expect(problems.map(({ where }) => where.path)).toEqual(['style.logic', 'models[1]', undefined]);
    expect(error.where).toEqual({ path: 'style.logic' });
    expect(error.message).toContain('colour');
  });

  it('refuses what is no object', () => {
    expect(refusal('sessions.create', 'a text').code).toBe('input/invalid');
    expect(refusal('sessions.create', ['a']).code).toBe('input/invalid');
  });
});
