import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantRunOff } from '../../../../../../core/orchestration/protocols/votes/instant-run-off.ts';

type Rankings = readonly (readonly string[])[];

/** `3 ABC` is three ballots with A before B before C. */
const ballots = (...lines: readonly string[]): Rankings =>
  lines.flatMap((line) => {
    const [count, letters = ''] = line.split(' ');
    return Array.from({ length: Number(count) }, () => [...letters]);
  });

const firstVotes = (racing: readonly string[], rankings: Rankings): Map<string, number> => {
  const votes = new Map(racing.map((option) => [option, 0]));
  for (const ranking of rankings) {
    const first = ranking.filter((option) => racing.includes(option))[0];
    if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + 1);
  }
  return votes;
};

/** Everybody who wins when each tie for the last place is tried both ways, one option leaving at a time. */
const possibleWinners = (racing: readonly string[], rankings: Rankings): ReadonlySet<string> => {
  const votes = firstVotes(racing, rankings);
  const counted = [...votes.values()].reduce((sum, count) => sum + count, 0);
  if (counted === 0) return new Set();
  const majority = racing.find((option) => (votes.get(option) ?? 0) > counted / 2);
  if (majority !== undefined) return new Set([majority]);
  const fewest = Math.min(...votes.values());
  const lasts = racing.filter((option) => votes.get(option) === fewest);
  return new Set(
    lasts.flatMap((last) => [
      ...possibleWinners(
        racing.filter((option) => option !== last),
        rankings,
      ),
    ]),
  );
};

/** The written rules word for word, with the history of each option compared as a list, newest count first. */
const winnerByTheRules = (options: readonly string[], rankings: Rankings): string | null => {
  const history = new Map<string, number[]>(options.map((option) => [option, []]));
  let racing = [...options];
  for (;;) {
    const votes = firstVotes(racing, rankings);
    const counted = [...votes.values()].reduce((sum, count) => sum + count, 0);
    for (const option of racing) history.get(option)?.unshift(votes.get(option) ?? 0);
    if (counted === 0) return null;
    for (const option of racing) if ((votes.get(option) ?? 0) > counted / 2) return option;
    const standing = racing.filter((option) => votes.get(option) !== 0);
    if (standing.length < racing.length) {
      racing = standing;
      continue;
    }
    const age = (option: string) => history.get(option) ?? [];
    const weaker = (one: string, other: string): number => {
      const at = age(one).findIndex((count, index) => count !== age(other)[index]);
      return at < 0 ? 0 : (age(one)[at] ?? 0) - (age(other)[at] ?? 0);
    };
    const [weakest] = [...racing].sort(weaker);
    const equals = racing.filter((option) => weakest !== undefined && weaker(option, weakest) === 0);
    if (racing.length === 2 && equals.length === 2) return null;
    const leaver = equals.at(-1);
    racing = racing.filter((option) => option !== leaver);
  }
};

const letters = ['A', 'B', 'C', 'D', 'E'];
const elections = fc.integer({ min: 1, max: letters.length }).chain((count) => {
  const options = letters.slice(0, count);
  return fc.record({
    options: fc.constant(options),
    rankings: fc.array(fc.shuffledSubarray(options), { maxLength: 12 }),
  });
});

describe('instantRunOff against a reference', () => {
  it('elects who wins however ties are broken, and nobody else than a possible winner', () => {
    fc.assert(
      fc.property(elections, ({ options, rankings }) => {
        const { winner } = instantRunOff(options, rankings);
        const possible = possibleWinners(options, rankings);
        if (possible.size === 1) expect([...possible]).toEqual([winner]);
        else if (winner !== null) expect(possible.has(winner)).toBe(true);
      }),
      { seed: 31, numRuns: 1000, verbose: true },
    );
  });

  it('breaks ties by the written rules', () => {
    fc.assert(
      fc.property(elections, ({ options, rankings }) => {
        expect(instantRunOff(options, rankings).winner).toBe(winnerByTheRules(options, rankings));
      }),
      { seed: 32, numRuns: 1000, verbose: true },
    );
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(elections, ({ options, rankings }) => {
        expect(instantRunOff(options, rankings.toReversed())).toEqual(instantRunOff(options, rankings));
      }),
      { seed: 33, verbose: true },
    );
  });

  it('shows counts that add up: every ballot once, or exhausted, and nobody who has left', () => {
    fc.assert(
      fc.property(elections, ({ options, rankings }) => {
        const { steps, winner } = instantRunOff(options, rankings);
        let racing = [...options];
        for (const { counts, eliminated } of steps) {
          expect(counts).toEqual(Object.fromEntries(firstVotes(racing, rankings)));
          for (const option of eliminated) expect(racing).toContain(option);
          racing = racing.filter((option) => !eliminated.includes(option));
        }
        if (winner !== null) expect(racing).toContain(winner);
        expect(steps.at(-1)?.eliminated).toEqual([]);
      }),
      { seed: 34, verbose: true },
    );
  });
});

describe('instantRunOff', () => {
  it('hands the votes of the weakest on, so that the leader of the first count may lose', () => {
    const runOff = instantRunOff(['A', 'B', 'C'], ballots('4 AB', '3 BC', '2 CB'));
    expect(runOff).toEqual({
      winner: 'B',
      steps: [
        { counts: { A: 4, B: 3, C: 2 }, eliminated: ['C'] },
        { counts: { A: 4, B: 5 }, eliminated: [] },
      ],
    });
  });

  it('no longer counts exhausted ballots', () => {
    const runOff = instantRunOff(['A', 'B', 'C'], ballots('3 A', '2 B', '2 CB', '1 C'));
    expect(runOff.steps[0]).toEqual({ counts: { A: 3, B: 2, C: 3 }, eliminated: ['B'] });
    expect(runOff.winner).toBeNull();
    expect(instantRunOff(['A', 'B', 'C'], ballots('4 A', '3 BA', '2 C')).winner).toBe('A');
  });

  it('lets all options without a vote leave together', () => {
    const { steps } = instantRunOff(['A', 'B', 'C', 'D'], ballots('2 AC', '2 BD', '1 A', '1 B'));
    expect(steps[0]?.eliminated).toEqual(['C', 'D']);
  });

  it('looks back at earlier counts before it looks at the list', () => {
    // B and C stand at 3 in the second count; in the first B had 2 and C had 3.
    const { winner, steps } = instantRunOff(['A', 'C', 'B', 'D'], ballots('4 A', '3 CA', '2 BC', '1 DB'));
    expect(steps[0]?.eliminated).toEqual(['D']);
    expect(steps[1]).toEqual({ counts: { A: 4, C: 3, B: 3 }, eliminated: ['B'] });
    expect(winner).toBe('C');
    const turned = instantRunOff(['A', 'B', 'C', 'D'], ballots('4 A', '3 CA', '2 BC', '1 DB'));
    expect(turned.winner).toBe('C');
  });

  it('asks the newest of the earlier counts first', () => {
    // X and Y are equal in the third count; Y had fewer in the second, X in the first.
    const votes = ballots('8 A', '3 X', '4 Y', '2 EX', '1 DY', '2 DA');
    const { steps } = instantRunOff(['A', 'Y', 'X', 'D', 'E'], votes);
    expect(steps.slice(0, 3)).toEqual([
      { counts: { A: 8, Y: 4, X: 3, D: 3, E: 2 }, eliminated: ['E'] },
      { counts: { A: 8, Y: 4, X: 5, D: 3 }, eliminated: ['D'] },
      { counts: { A: 10, Y: 5, X: 5 }, eliminated: ['Y'] },
    ]);
  });

  it('sends away the one listed last of those equal in every count', () => {
    const { steps, winner } = instantRunOff(['A', 'B', 'C'], ballots('1 ABC', '1 BCA', '1 CAB'));
    expect(steps[0]?.eliminated).toEqual(['C']);
    expect(winner).toBe('A');
  });

  it('leaves a tie of the last two undecided, unless an earlier count tells them apart', () => {
    expect(instantRunOff(['A', 'B'], ballots('2 AB', '2 BA'))).toEqual({
      winner: null,
      steps: [{ counts: { A: 2, B: 2 }, eliminated: [] }],
    });
    const earlier = instantRunOff(['A', 'B', 'C'], ballots('3 A', '2 B', '1 CB'));
    expect(earlier.steps[1]?.counts).toEqual({ A: 3, B: 3 });
    expect(earlier.winner).toBe('A');
  });

  it('elects nobody without ballots or without options', () => {
    expect(instantRunOff(['A', 'B'], [])).toMatchObject({ winner: null });
    expect(instantRunOff(['A'], [[]])).toMatchObject({ winner: null });
    expect(instantRunOff([], [])).toEqual({ winner: null, steps: [] });
    expect(instantRunOff(['A'], [['A']])).toMatchObject({ winner: 'A' });
  });
});
