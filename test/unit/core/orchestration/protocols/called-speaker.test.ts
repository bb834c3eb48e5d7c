import { describe, expect, it } from 'vitest';
import { calledSpeaker } from '../../../../../core/orchestration/protocols/called-speaker.ts';

const candidates = ['Athena', 'Apollo', 'Hermes'];

describe('calledSpeaker', () => {
  it.each([
    ['Apollo', 'Apollo'],
    ['  apollo ', 'Apollo'],
    ['Hermes@1.0.0', 'Hermes'],
    ['Next: **Hermes**, please.', 'Hermes'],
  ])('reads %j as a call of %s', (decision, agent) => {
    expect(calledSpeaker(decision, candidates)).toBe(agent);
  });

  it.each([null, '', 'nobody', 'Zeus', 'Apollo or Hermes', 'Apollonia'])(
    'gives the floor to the first candidate when the decision is %j',
    (decision) => {
      expect(calledSpeaker(decision, candidates)).toBe('Athena');
    },
  );

  it('does not call who may not be called any more', () => {
    expect(calledSpeaker('Athena', ['Hermes'])).toBe('Hermes');
    expect(calledSpeaker('Athena', [])).toBeNull();
  });
});
