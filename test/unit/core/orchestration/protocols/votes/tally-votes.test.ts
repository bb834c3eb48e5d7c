import { describe, expect, it } from 'vitest';
import {
  type TallyInput,
  tallyVotes,
} from '../../../../../../core/orchestration/protocols/votes/tally-votes.ts';
import { cast, casts } from './cast.ts';

const tally = (changes: Partial<TallyInput> = {}) =>
  tallyVotes({
    round: 3,
    method: 'majority',
    quorum: 0.5,
    options: ['A', 'B', 'C'],
    casts: casts('AAB'),
    voters: 3,
    fallback: null,
    ...changes,
  });

const invalid = (agent: string) => cast(agent, 'none of them', { valid: false });

describe('tallyVotes', () => {
  it('names the winner, the counts, and the dissent with its reasons', () => {
    const dissenter = cast('Hermes', 'B', { reason: 'it is cheaper' });
    expect(tally({ casts: [...casts('AA'), dissenter] })).toMatchObject({
      round: 3,
      method: 'majority',
      counts: { A: 2, B: 1, C: 0 },
      turnout: 1,
      quorum_met: true,
      winner: 'A',
      fallback: null,
      dissent: [{ agent: 'Hermes', choice: 'B', reason: 'it is cheaper' }],
    });
  });

  it('has one count, and a run-off has as many as it took', () => {
    expect(tally().steps).toEqual([{ counts: { A: 2, B: 1, C: 0 }, eliminated: [] }]);
    const ranked = ['AB', 'AB', 'BA', 'BA', 'CB'].map((letters, index) =>
      cast(`agent-${index}`, letters.charAt(0), { ranking: [...letters] }),
    );
    const result = tally({ method: 'ranked_choice', casts: ranked, voters: 5 });
    expect(result.counts).toEqual({ A: 2, B: 2, C: 1 });
    expect(result.steps).toEqual([
      { counts: { A: 2, B: 2, C: 1 }, eliminated: ['C'] },
      { counts: { A: 2, B: 3 }, eliminated: [] },
    ]);
    expect(result.winner).toBe('B');
    expect(result.dissent.map(({ agent }) => agent)).toEqual(['agent-0', 'agent-1', 'agent-4']);
  });

  it('lets weight decide over heads where it is weighted', () => {
    const weighted = [
      cast('one', 'A', { weight: 0.95 }),
      cast('two', 'B', { weight: 0.4 }),
      cast('three', 'B', { weight: 0.5 }),
    ];
    expect(tally({ method: 'confidence_weighted', casts: weighted })).toMatchObject({
      winner: 'A',
      counts: { A: 0.95, B: 0.9, C: 0 },
    });
  });

  it('counts invalid ballots neither as votes nor as dissent nor for the turnout', () => {
    const result = tally({ casts: [...casts('AA'), invalid('Hermes')], voters: 3 });
    expect(result).toMatchObject({ counts: { A: 2, B: 0, C: 0 }, turnout: 0.6667, winner: 'A', dissent: [] });
  });
});

describe('quorum', () => {
  it('is met by exactly the share it asks for, and missed by one ballot less', () => {
    for (let voters = 1; voters <= 64; voters += 1) {
      for (let needed = 1; needed <= voters; needed += 1) {
        const input = { quorum: needed / voters, voters, casts: casts('A'.repeat(needed)) };
        expect(tally(input).quorum_met, `${needed} of ${voters}`).toBe(true);
        expect(tally({ ...input, casts: casts('A'.repeat(needed - 1)) }).quorum_met).toBe(false);
      }
    }
  });

  it('is asked of valid ballots only', () => {
    const list = [...casts('AA'), invalid('three'), invalid('four')];
    expect(tally({ casts: list, voters: 4, quorum: 0.75 })).toMatchObject({
      quorum_met: false,
      winner: null,
    });
    expect(tally({ casts: list, voters: 4, quorum: 0.5 })).toMatchObject({ quorum_met: true, winner: 'A' });
  });

  it('is never met without a ballot, even if none is asked for', () => {
    expect(tally({ casts: [], quorum: 0 })).toMatchObject({ quorum_met: false, winner: null, turnout: 0 });
    expect(tally({ casts: [], quorum: 0, voters: 0 }).quorum_met).toBe(false);
  });

  it('is short: the words say how many voted, and no plurality decides', () => {
    const result = tally({ casts: casts('A'), voters: 4, fallback: 'plurality' });
    expect(result).toMatchObject({ winner: null, fallback: 'plurality', dissent: [] });
    expect(result.why).toContain('Only 1 of 4');
    expect(result.why).toContain('quorum of 0.5');
  });
});

describe('fallback', () => {
  const split = { casts: casts('AABC'), voters: 4 };

  it('is not used when an option is carried', () => {
    for (const fallback of ['plurality', 'judge', 'no_decision'] as const) {
      expect(tally({ fallback })).toMatchObject({ winner: 'A', fallback: null });
    }
  });

  it('is not used while another vote can come', () => {
    expect(tally({ ...split, fallback: null })).toMatchObject({ winner: null, fallback: null, dissent: [] });
  });

  it('plurality takes the leader, with the others as dissent', () => {
    const result = tally({ ...split, fallback: 'plurality' });
    expect(result).toMatchObject({ winner: 'A', fallback: 'plurality' });
    expect(result.dissent.map(({ choice }) => choice)).toEqual(['B', 'C']);
  });

  it('plurality takes nobody when none leads alone', () => {
    expect(tally({ casts: casts('AABB'), voters: 4, fallback: 'plurality' })).toMatchObject({
      winner: null,
      fallback: 'plurality',
      dissent: [],
    });
  });

  it('plurality decides a run-off that ended in a tie by the first choices', () => {
    const ranked = ['AB', 'AB', 'BA', 'BA'].map((letters, index) =>
      cast(`agent-${index}`, letters.charAt(0), {
        ranking: [...letters],
        confidence: letters.startsWith('B') ? 0.9 : 0.2,
      }),
    );
    const result = tally({ method: 'ranked_choice', casts: ranked, voters: 4, fallback: 'plurality' });
    expect(result).toMatchObject({ winner: 'B', fallback: 'plurality' });
  });

  it.each(['judge', 'no_decision'] as const)('%s names no winner itself', (fallback) => {
    expect(tally({ ...split, fallback })).toMatchObject({ winner: null, fallback, dissent: [] });
  });
});

describe('why', () => {
  it('says what was reached and what was not, for every method', () => {
    const methods = ['majority', 'two_thirds', 'ranked_choice', 'confidence_weighted'] as const;
    const ranked = casts('AAA').map((ballot) => ({ ...ballot, ranking: ['A'] }));
    const carried = methods.map((method) => tally({ method, casts: ranked }).why);
    const failed = methods.map(
      (method) =>
        tally({ method, casts: casts('AB').map((ballot) => ({ ...ballot, ranking: [ballot.choice] })) }).why,
    );
    for (const words of carried) expect(words).toMatch(/^A has .+ \(3 of 3 voted\)\.$/);
    for (const words of failed) expect(words).toMatch(/^No option has .+\.$/);
    expect(new Set(carried).size).toBe(methods.length);
  });
});
