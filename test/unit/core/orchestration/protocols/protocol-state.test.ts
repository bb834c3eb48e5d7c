import { describe, expect, it } from 'vitest';
import {
  acceptsMoreRounds,
  hasRunningTurns,
  initialState,
  isPassedOver,
  roundsLeft,
} from '../../../../../core/orchestration/protocols/protocol-state.ts';
import { specification } from './specification.ts';
import { roundStarted, stateAfter } from './state-after.ts';
import { turnFailed, turnStarted } from './synthetic-turn.ts';

const synthesis = { round: 1, speakerIndex: 3, agent: 'Synthesizer', turnKind: 'synthesis' } as const;
const extended = { type: 'rounds-extended', data: { by: 'user', rounds: 2 } } as const;

describe('initialState', () => {
  it('strips versions and fills in the defaults of a vote', () => {
    const { setting } = initialState(specification({ judge: 'Critic@2.1.0', convergence: false }));
    expect(setting.participants).toEqual(['Athena', 'Apollo', 'Hermes']);
    expect([setting.judge, setting.synthesizer]).toEqual(['Critic', 'Synthesizer']);
    expect(setting.convergence).toBeNull();
    expect(setting.vote).toEqual({ method: 'majority', quorum: 0.5, fallback: 'plurality', options: null });
  });
});

describe('roundsLeft', () => {
  it('counts from the present round to the cap, which an extension raises', () => {
    expect(roundsLeft(stateAfter([]))).toBe(3);
    expect(roundsLeft(stateAfter([roundStarted(3, 'closing')]))).toBe(0);
    expect(roundsLeft(stateAfter([roundStarted(3, 'closing'), extended]))).toBe(2);
  });
});

describe('acceptsMoreRounds', () => {
  const reached = { type: 'limit-reached', data: { limit: 'rounds', cap: 3, spent: 3 } } as const;
  const stop = { type: 'stop-requested', data: { by: 'user', synthesis: true } } as const;

  it('is true in the last round and false once an end is on record', () => {
    expect(acceptsMoreRounds(stateAfter([roundStarted(3, 'closing')]))).toBe(true);
    expect(acceptsMoreRounds(stateAfter([roundStarted(3, 'closing'), reached]))).toBe(false);
    expect(acceptsMoreRounds(stateAfter([roundStarted(1, 'positions'), stop]))).toBe(false);
    expect(acceptsMoreRounds(stateAfter([roundStarted(1, 'positions'), turnStarted(synthesis)]))).toBe(false);
  });

  it('rounds that come too late change nothing', () => {
    expect(stateAfter([roundStarted(3, 'closing'), reached, extended]).cap).toBe(3);
  });
});

describe('isPassedOver', () => {
  it('holds for one round', () => {
    const state = stateAfter([
      { type: 'speaker-skipped', data: { by: 'user', round: 2, agent: 'Athena' } },
      { type: 'speaker-skipped', data: { by: 'user', round: 2, agent: 'Hermes' } },
    ]);
    expect(isPassedOver(state, 2, 'Athena')).toBe(true);
    expect(isPassedOver(state, 2, 'Hermes')).toBe(true);
    expect(isPassedOver(state, 2, 'Apollo')).toBe(false);
    expect(isPassedOver(state, 3, 'Athena')).toBe(false);
  });
});

describe('hasRunningTurns', () => {
  it('sees speakers and closing turns until they end or fail', () => {
    const speaker = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'position' } as const;
    const begun = [roundStarted(1, 'positions'), turnStarted(speaker)];
    expect(hasRunningTurns(stateAfter(begun))).toBe(true);
    expect(hasRunningTurns(stateAfter([...begun, turnFailed(speaker, 'internal')]))).toBe(false);
    expect(hasRunningTurns(stateAfter([roundStarted(1, 'positions'), turnStarted(synthesis)]))).toBe(true);
  });
});
