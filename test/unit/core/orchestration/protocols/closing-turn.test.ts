import { expect, it } from 'vitest';
import { closingTurn } from '../../../../../core/orchestration/protocols/closing-turn.ts';
import type { Stage } from '../../../../../core/orchestration/protocols/stage.ts';
import { roundStarted, spoken, stateAfter } from './state-after.ts';

it('comes after all speakers of its round and hears them all', () => {
  const state = stateAfter([
    roundStarted(4, 'closing'),
    ...spoken({ round: 4, speakerIndex: 0, agent: 'Athena', turnKind: 'closing' }),
  ]);
  const options = [{ id: 'A', text: 'yes', by: null }];
  expect(closingTurn(state.stage as Stage, 'judgement', 'Judge', options)).toEqual({
    kind: 'take-turn',
    round: 4,
    speakerIndex: 3,
    agent: 'Judge',
    turnKind: 'judgement',
    phase: 'closing',
    hears: { round: 4, speakerIndex: 3 },
    options,
    ranked: false,
    candidates: [],
  });
});
