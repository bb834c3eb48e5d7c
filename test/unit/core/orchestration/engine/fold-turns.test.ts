import { describe, expect, it } from 'vitest';
import type { EventData, Turn } from '../../../../../core/contract/index.ts';
import { foldTurnEnded, isBefore } from '../../../../../core/orchestration/engine/fold-turns.ts';
import { initialState } from '../../../../../core/orchestration/engine/initial-state.ts';
import { createdWith } from '../../../../support/cast.ts';

const turn = (round: number, speaker: number, agent: string): EventData<'turn-ended'> =>
  ({
    task_id: `${round}-${speaker}`,
    round,
    speaker_index: speaker,
    agent,
    kind: 'rebuttal',
    stub: true,
    output: { content: `${agent} in ${round}`, confidence: 0.5 },
    reasoning: { position: `${agent} ${round}` },
  }) as Turn;

describe('turns that ended', () => {
  it('keeps the last three rounds in speaking order, whatever ended first, and the newest of each agent', () => {
    const state = initialState('s', createdWith(), 0);
    for (const [round, speaker] of [
      [1, 1],
      [1, 0],
      [2, 2],
      [2, 0],
      [3, 1],
      [4, 0],
    ] as const) {
      foldTurnEnded(state, turn(round, speaker, ['Athena', 'Apollo', 'Hermes'][speaker] as string));
    }
    expect(state.recent.map(({ round, speakerIndex }) => [round, speakerIndex])).toEqual([
      [2, 0],
      [2, 2],
      [3, 1],
      [4, 0],
    ]);
    expect(state.newest.get('Hermes')?.round).toBe(2);
    expect(state.stub).toBe(true);
  });

  it('orders by round, then by speaker', () => {
    expect(isBefore({ round: 1, speakerIndex: 5 }, { round: 2, speakerIndex: 0 })).toBe(true);
    expect(isBefore({ round: 2, speakerIndex: 1 }, { round: 2, speakerIndex: 1 })).toBe(false);
  });
});
