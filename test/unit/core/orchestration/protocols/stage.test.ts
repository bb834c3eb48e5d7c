import { describe, expect, it } from 'vitest';
import { slotsInOrder } from '../../../../../core/orchestration/protocols/stage.ts';
import { roundStarted, stateAfter } from './state-after.ts';
import { turnStarted } from './synthetic-turn.ts';

describe('slotsInOrder', () => {
  it('goes by the place of the speaker, whatever started first', () => {
    const place = (speakerIndex: number, agent: string) =>
      turnStarted({ round: 1, speakerIndex, agent, turnKind: 'position' });
    const { stage } = stateAfter([
      roundStarted(1, 'positions', ['Athena', 'Apollo', 'Hermes'], 'parallel'),
      place(2, 'Hermes'),
      place(0, 'Athena'),
      place(1, 'Apollo'),
    ]);
    expect(stage && slotsInOrder(stage).map((slot) => slot.agent)).toEqual(['Athena', 'Apollo', 'Hermes']);
  });
});
