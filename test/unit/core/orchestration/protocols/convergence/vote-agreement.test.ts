import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteAgreementMeasure } from '../../../../../../core/orchestration/protocols/convergence/vote-agreement.ts';

const measure = (counts: Readonly<Record<string, number>> | null, quorumMet = true, threshold = 0.75) =>
  voteAgreementMeasure({ round: 4, threshold, counts, quorumMet });

describe('voteAgreementMeasure', () => {
  it('is the share of the leading option', () => {
    expect(measure({ A: 1, B: 2 })).toMatchObject({
      round: 4,
      method: 'vote',
      value: 0.6667,
      threshold: 0.75,
      met: false,
      why: '2 of 3 ballots name B: 0.6667 of the 0.75 that would be agreement.',
      evidence: { counts: { A: 1, B: 2 }, ballots: 3, quorum_met: true },
    });
    expect(measure({ A: 0, B: 3, C: 1 })).toMatchObject({
      value: 0.75,
      met: true,
      why: '3 of 4 ballots name B: 0.75 reaches 0.75.',
    });
  });

  it('needs the quorum', () => {
    expect(measure({ A: 2, B: 0 }, false)).toMatchObject({
      value: 1,
      met: false,
      why: '2 of 2 ballots name A, but too few voted for a quorum.',
    });
  });

  it('has no value without a vote and with fewer than two ballots', () => {
    expect(measure(null)).toMatchObject({ value: null, met: false, why: 'No vote was held in this round.' });
    for (const counts of [{}, { A: 0, B: 0 }, { A: 1, B: 0 }]) {
      expect(measure(counts, true, 0)).toMatchObject({
        value: null,
        met: false,
        why: 'Fewer than two valid ballots were cast.',
      });
    }
  });

  it('lies between an equal share and 1, and only unanimous ballots make it 1', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (votes) => {
        const counts = Object.fromEntries(votes.map((count, place) => [`option ${place}`, count]));
        const backwards = Object.fromEntries(Object.entries(counts).reverse());
        const { value, met } = measure(counts);
        expect(measure(backwards)).toMatchObject({ value, met });
        if (value === null) return;
        expect(value).toBeGreaterThan(1 / votes.length - 0.0001);
        expect(value === 1).toBe(votes.filter((count) => count > 0).length === 1);
        expect(met).toBe(value >= 0.75);
      }),
      { seed: 84 },
    );
  });
});
