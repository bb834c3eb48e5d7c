import { describe, expect, it } from 'vitest';
import { foldSession, openState } from '../../../../../core/orchestration/engine/fold.ts';
import { stateAfter } from './fold-bench.ts';

describe('foldSession', () => {
  it('counts active time only: not while paused, not while interrupted', () => {
    const { state } = stateAfter('session-created');
    foldSession(state, { type: 'pause-requested', data: { by: 'user', when: 'now' } }, 100);
    foldSession(state, { type: 'session-paused', data: { reason: 'user' } }, 150);
    foldSession(
      state,
      { type: 'session-resumed', data: { reason: 'user', lost_calls: [], incomplete: [] } },
      5000,
    );
    expect(state.activeMs).toBe(150);
    foldSession(state, { type: 'session-interrupted', data: { reason: 'signal' } }, 5050);
    foldSession(
      state,
      { type: 'session-resumed', data: { reason: 'signal', lost_calls: [], incomplete: [] } },
      90_000,
    );
    foldSession(state, { type: 'rounds-extended', data: { by: 'user', rounds: 2 } }, 90_010);
    expect(state.activeMs).toBe(210);
    expect(state.maxRounds).toBe(5);
  });

  it('keeps the newest fifty interjections', () => {
    const { state } = stateAfter('session-created');
    for (let index = 0; index < 60; index += 1) {
      const data = { from: 'user' as const, to: 'all', text: String(index), whisper: false };
      foldSession(state, { type: 'interjection-recorded', data }, index);
    }
    expect(state.interjections).toHaveLength(50);
    expect(state.interjections[0]?.text).toBe('10');
  });

  it('refuses a log that does not begin with session-created', () => {
    const draft = { type: 'session-paused' as const, data: { reason: 'user' as const } };
    expect(() => openState('s', draft, 0)).toThrowError(expect.objectContaining({ code: 'storage/corrupt' }));
  });
});
