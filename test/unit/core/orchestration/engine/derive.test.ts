import { describe, expect, it } from 'vitest';
import { derive } from '../../../../../core/orchestration/engine/derive.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { stateAfter } from './fold-bench.ts';

describe('derive', () => {
  it('gives the same event when it is asked twice, and nothing while a call runs', () => {
    const { state, goOn } = stateAfter('round-started');
    expect(derive(state)).toEqual(derive(state));
    expect(derive(state)?.type).toBe('turn-started');
    goOn('call-started');
    expect(derive(state)).toBeNull();
  });

  it('starts all speakers of a parallel round before any has answered', () => {
    const { state, goOn } = stateAfter('round-started', { strategy: 'parallel' });
    for (let count = 0; count < 3; count += 1) goOn('call-started');
    expect(state.open.size).toBe(3);
    expect(derive(state)).toBeNull();
  });

  it('starts no turn while it pauses, and pauses at once when nothing runs', () => {
    const { state } = stateAfter('round-started');
    foldSession(state, { type: 'pause-requested', data: { by: 'user', when: 'after-turn' } }, 10);
    expect(derive(state)).toEqual({ type: 'session-paused', data: { reason: 'user' } });
    foldSession(state, { type: 'session-paused', data: { reason: 'user' } }, 11);
    expect(derive(state)).toBeNull();
  });

  it('lets one turn start in a step, also of a parallel round', () => {
    const { state, goOn } = stateAfter('round-started', { strategy: 'parallel' });
    foldSession(state, { type: 'pause-requested', data: { by: 'user', when: 'now' } }, 10);
    goOn('session-paused');
    foldSession(
      state,
      { type: 'session-resumed', data: { reason: 'step', lost_calls: [], incomplete: [] } },
      12,
    );
    goOn('call-started');
    expect(state.open.size).toBe(1);
    expect(derive(state)).toBeNull();
  });

  it('is silent while the session is interrupted and after its end', () => {
    const { state } = stateAfter('round-started');
    foldSession(state, { type: 'session-interrupted', data: { reason: 'signal' } }, 10);
    expect(derive(state)).toBeNull();
  });
});
