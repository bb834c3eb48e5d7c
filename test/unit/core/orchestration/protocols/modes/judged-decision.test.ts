import { expect, it } from 'vitest';
import { judgedDecision } from '../../../../../../core/orchestration/protocols/modes/judged-decision.ts';
import { roundStarted, spoken, stateAfter } from '../state-after.ts';
import { turnFailed, turnStarted } from '../synthetic-turn.ts';

const place = { round: 1, speakerIndex: 3, agent: 'Critic', turnKind: 'judgement' } as const;
const start = roundStarted(1, 'positions');

it('is what the judge decided, once that turn has ended', () => {
  expect(judgedDecision(stateAfter([start]))).toBeNull();
  expect(judgedDecision(stateAfter([start, turnStarted(place)]))).toBeNull();
  expect(judgedDecision(stateAfter([start, ...spoken(place, { decision: ' Mesh ' })]))).toBe('Mesh');
});

it('is nothing when the judge decided nothing or failed', () => {
  for (const decision of [null, '', '  ']) {
    expect(judgedDecision(stateAfter([start, ...spoken(place, { decision })]))).toBeNull();
  }
  const failed = stateAfter([start, turnStarted(place), turnFailed(place, 'provider/unreachable')]);
  expect(judgedDecision(failed)).toBeNull();
});
