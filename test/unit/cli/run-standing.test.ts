import { describe, expect, it } from 'vitest';
import { emptyStanding, foldStanding } from '../../../cli/run-standing.ts';
import type { RunEvent } from '../../../core/contract/index.ts';

const standing = (...events: readonly (readonly [string, object])[]) => {
  const state = emptyStanding();
  for (const [type, data] of events) foldStanding(state, { type, data } as unknown as RunEvent);
  return [[...state.working], [...state.children], [...state.open.keys()]];
};

describe('foldStanding', () => {
  it('knows turns, sessions inside and waits until they are over', () => {
    const begun = [
      ['turn-started', { task_id: 't' }],
      ['turn-started', { task_id: 'u' }],
      ['child-started', { session_id: 's' }],
      ['node-retried', { node: 'a' }],
    ] as const;
    expect(standing(...begun)).toEqual([['t', 'u', 'again a'], ['s'], []]);
    expect(
      standing(
        ...begun,
        ['turn-ended', { task_id: 't' }],
        ['turn-failed', { task_id: 'u' }],
        ['child-ended', { session_id: 's' }],
        ['node-due', { node: 'a' }],
      ),
    ).toEqual([[], [], []]);
    expect(standing(['node-retried', { node: 'a' }], ['node-ended', { node: 'a' }])).toEqual([[], [], []]);
  });

  it('knows what is asked until it is answered or its node ends', () => {
    const asked = [
      ['approval-requested', { node: 'a', text: 'Fine?' }],
      ['plan-proposed', { node: 'p', auto: false, graph: {} }],
      ['plan-proposed', { node: 'q', auto: true, graph: {} }],
    ] as const;
    expect(standing(...asked)[2]).toEqual(['a', 'p']);
    expect(
      standing(...asked, ['approval-answered', { node: 'a' }], ['node-ended', { node: 'p' }])[2],
    ).toEqual([]);
  });
});
