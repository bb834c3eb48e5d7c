import { describe, expect, it } from 'vitest';
import {
  convergenceMeasured,
  voteCast,
  voteOpened,
  voteTallied,
} from '../../../../../core/contract/events/decisions.ts';

describe('decisions', () => {
  it('may not be able to measure yet, and says why', () => {
    const measured = {
      round: 1,
      method: 'lexical',
      value: null,
      threshold: 0.8,
      met: false,
      why: 'One position only.',
      evidence: {},
    };
    expect(convergenceMeasured.parse(measured)).toEqual(measured);
    expect(convergenceMeasured.safeParse({ ...measured, why: undefined }).success).toBe(false);
    expect(convergenceMeasured.safeParse({ ...measured, method: 'semantic' }).success).toBe(false);
  });

  it('keeps invalid ballots and dissent on record', () => {
    const cast = {
      round: 2,
      agent: 'Athena',
      valid: false,
      choice: 'neither of them',
      ranking: [],
      reason: '',
      confidence: null,
      weight: 0,
      changed_from: null,
    };
    expect(voteCast.parse(cast)).toEqual(cast);
    const tally = {
      round: 2,
      method: 'ranked_choice',
      counts: { A: 1.5 },
      steps: [{ counts: { A: 1, B: 1 }, eliminated: ['B'] }],
      turnout: 1,
      quorum_met: true,
      winner: null,
      fallback: 'no_decision',
      dissent: [{ agent: 'Apollo', choice: 'B', reason: 'Cheaper.' }],
      why: 'Nobody has a majority.',
    };
    expect(voteTallied.parse(tally)).toEqual(tally);
    expect(
      voteOpened.safeParse({ round: 1, method: 'majority', quorum: 0.5, options: [{ id: 'A', text: 'x' }] })
        .success,
    ).toBe(false);
  });
});
