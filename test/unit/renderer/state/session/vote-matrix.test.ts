import { describe, expect, it } from 'vitest';
import type { VoteView } from '../../../../../renderer/state/session/rows.ts';
import { optionText, voteMatrix } from '../../../../../renderer/state/session/vote-matrix.ts';

const cast = (agent: string, choice: string, rest: Partial<VoteView['casts'][number]> = {}) => ({
  round: 1,
  agent,
  valid: true,
  choice,
  ranking: [],
  reason: 'because',
  confidence: 0.8,
  weight: 1,
  changed_from: null,
  ...rest,
});

const vote = (casts: VoteView['casts'], tally: VoteView['tally'] = null): VoteView => ({
  opened: {
    round: 1,
    method: 'majority',
    quorum: 0.5,
    options: [
      { id: 'A', text: 'three voters', by: 'Athena' },
      { id: 'B', text: 'five voters', by: null },
    ],
  },
  casts,
  tally,
});

describe('voteMatrix', () => {
  it('puts each choice into its cell', () => {
    const { voters, rows } = voteMatrix(vote([cast('Athena', 'A'), cast('Apollo', 'B')]));
    expect(voters).toEqual(['Athena', 'Apollo']);
    expect(rows.map((row) => row.cells.map((cell) => cell?.rank ?? null))).toEqual([
      [1, null],
      [null, 1],
    ]);
    expect(rows.map((row) => row.count)).toEqual([null, null]);
  });

  it('fills several cells of a ranking', () => {
    const { rows } = voteMatrix(vote([cast('Athena', 'B', { ranking: ['B', 'A'] })]));
    expect(rows.map((row) => row.cells[0]?.rank)).toEqual([2, 1]);
  });

  it('keeps ballots that name no option apart', () => {
    const { rows, invalid } = voteMatrix(vote([cast('Athena', 'neither', { valid: false })]));
    expect(rows.every((row) => row.cells.every((cell) => cell === null))).toBe(true);
    expect(invalid.map((one) => one.choice)).toEqual(['neither']);
  });

  it('counts and names the winner once it is tallied', () => {
    const { rows } = voteMatrix(
      vote([cast('Athena', 'A')], {
        round: 1,
        method: 'majority',
        counts: { A: 1 },
        steps: [],
        turnout: 1,
        quorum_met: true,
        winner: 'A',
        fallback: null,
        dissent: [],
        why: 'carried',
      }),
    );
    expect(rows.map(({ count, won }) => [count, won])).toEqual([
      [1, true],
      [0, false],
    ]);
  });
});

describe('optionText', () => {
  it('falls back to the id', () => {
    expect(optionText(vote([]), 'A')).toBe('three voters');
    expect(optionText(vote([]), 'Z')).toBe('Z');
  });
});
