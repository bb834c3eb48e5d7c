import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../../../core/orchestration/engine/next-deadline.ts';
import { stateAfter } from './fold-bench.ts';

describe('the next deadline', () => {
  it('is none without a cap on time', () => {
    expect(nextDeadline(stateAfter('turn-started').state)).toBeNull();
  });

  it('is the session’s or that of a turn, whichever comes first', () => {
    const session = stateAfter('turn-started', { budget: { seconds: 10, turn: { seconds: 60 } } });
    expect(nextDeadline(session.state)?.passed(10_000).data).toMatchObject({ cap: 10 });
    expect(nextDeadline(session.state)?.passed(10_000).data).not.toHaveProperty('scope');
    const turn = stateAfter('turn-started', { budget: { seconds: 60, turn: { seconds: 5 } } });
    const next = nextDeadline(turn.state);
    expect(next?.leftMs).toBe(5_000);
    expect(next?.passed(5_000)).toEqual({
      type: 'deadline-passed',
      data: { cap: 5, elapsed: 5, scope: 'turn' },
    });
  });
});
