import { describe, expect, it } from 'vitest';
import {
  groupAt,
  numberAt,
  problemAt,
  textAt,
  textsAt,
} from '../../../../../renderer/features/new-session/form-values.ts';

const data = {
  topic: 'edge',
  max_rounds: 4,
  agents: ['Athena', 7, 'Apollo'],
  budget: { tokens: 10 },
  name: 12,
};

describe('reads', () => {
  it('gives what has the right shape', () => {
    expect(textAt(data, 'topic')).toBe('edge');
    expect(textAt(data, 'name')).toBe('12');
    expect(numberAt(data, 'max_rounds')).toBe(4);
    expect(textsAt(data, 'agents')).toEqual(['Athena', 'Apollo']);
    expect(groupAt(data, 'budget')).toEqual({ tokens: 10 });
  });

  it('is empty for everything else', () => {
    expect(textAt(data, 'agents')).toBe('');
    expect(numberAt(data, 'topic')).toBeUndefined();
    expect(textsAt(data, 'topic')).toEqual([]);
    expect(groupAt(data, 'agents')).toEqual({});
    expect(groupAt(data, 'nothing')).toEqual({});
  });
});

describe('problemAt', () => {
  const problems = [
    {
      code: 'input/unknown-agent',
      message: 'There is no agent "Atena"',
      where: { path: 'agents[1]' },
      nearest: 'Athena',
    },
    { code: 'input/invalid', message: 'must be at most 1', where: { path: 'convergence.threshold' } },
    { code: 'input/invalid', message: 'another', where: { path: 'agentsX' } },
  ];

  it('finds what is wrong at a key or below it', () => {
    expect(problemAt(problems, 'agents')).toBe('There is no agent "Atena"; did you mean Athena?');
    expect(problemAt(problems, 'convergence')).toBe('must be at most 1');
    expect(problemAt(problems, 'topic')).toBeUndefined();
  });

  it('does not say the nearest name twice', () => {
    const said = [
      { code: 'x', message: 'Did you mean Athena?', where: { path: 'judge' }, nearest: 'Athena' },
    ];
    expect(problemAt(said, 'judge')).toBe('Did you mean Athena?');
  });
});
