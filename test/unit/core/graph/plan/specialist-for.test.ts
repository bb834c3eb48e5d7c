import { describe, expect, it } from 'vitest';
import { memberNamed, specialistFor } from '../../../../../core/graph/plan/specialist-for.ts';

const team = [
  { name: 'Athena', description: 'Argues step by step from premises to conclusions.' },
  { name: 'Critic', description: 'Reviewer. Finds the weakest point of a case and says what would mend it.' },
  { name: 'Hermes', description: 'Speaks for the people affected.' },
];

describe('memberNamed', () => {
  it.each(['Critic', 'critic@1.0.0', ' CRITIC ', 'the Critic agent', 'Critic (reviewer)'])(
    'knows %s',
    (named) => {
      expect(memberNamed(team, named)).toBe('Critic');
    },
  );

  it('does not guess between two', () => {
    expect(memberNamed(team, 'Athena and Critic')).toBeUndefined();
    expect(memberNamed(team, 'Somebody')).toBeUndefined();
  });
});

describe('specialistFor', () => {
  it('takes the nearest name, else the description that fits the task', () => {
    expect(specialistFor(team, 'Herms', 'x')).toBe('Hermes');
    expect(specialistFor(team, 'Judge Dredd', 'Review the case and find its weak points')).toBe('Critic');
    expect(specialistFor(team, null, 'Say which people are affected')).toBe('Hermes');
  });

  it('takes the first where nothing fits', () => {
    expect(specialistFor(team, null, '')).toBe('Athena');
  });
});
