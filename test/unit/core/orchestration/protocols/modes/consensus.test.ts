import { describe, expect, it } from 'vitest';
import type {
  ResolvedSpecification,
  VoteFallback,
  VoteMethod,
} from '../../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import { consensus } from '../../../../../../core/orchestration/protocols/modes/consensus.ts';
import { ofType, runSession, type Script } from '../mini-engine.ts';
import { specification } from '../specification.ts';
import { stateAfter } from '../state-after.ts';
import type { Said } from '../synthetic-turn.ts';
import { courseOf, extend, once, skip, speakersOf, stop, talk } from './course.ts';

type Choices = Readonly<Record<string, string>>;

const agree: Choices = { Athena: 'A', Apollo: 'A', Hermes: 'B' };
const differ: Choices = { Athena: 'A', Apollo: 'B', Hermes: 'C' };

/** Proposals and talk, then ballots: the choices of the first vote, of the second, and so on. */
const assembly =
  (...votes: readonly Choices[]) =>
  (turn: TakeTurn): Said => {
    if (turn.turnKind === 'proposal') return { position: `Plan of ${turn.agent}` };
    if (turn.turnKind !== 'vote') return talk(turn);
    const vote = votes[turn.round > 3 ? 1 : 0] ?? votes[0] ?? agree;
    return { ballot: { choice: vote[turn.agent] ?? '', reason: `because ${turn.agent}` } };
  };

interface VoteRules {
  readonly method?: VoteMethod;
  readonly quorum?: number;
  readonly fallback?: VoteFallback;
  readonly options?: string[];
}

const meeting = (
  rules: VoteRules = {},
  changes: Partial<ResolvedSpecification> = {},
  script: Partial<Script> = {},
) =>
  runSession(
    specification({
      mode: 'consensus',
      max_rounds: 3,
      convergence: false,
      synthesizer: null,
      vote: { method: 'majority', quorum: 0.5, fallback: 'plurality', ...rules },
      ...changes,
    }),
    { say: assembly(agree), ...script },
  );

const voting = (turn: TakeTurn) => turn.turnKind === 'vote';
const fixed = { options: ['Mesh', 'Core'] };

describe('rounds of a consensus', () => {
  it('begins with proposals, and with the vote where one round has fixed options', () => {
    const first = (max_rounds: number, options?: string[]) =>
      consensus.after(
        stateAfter([], {
          mode: 'consensus',
          max_rounds,
          vote: { method: 'majority', quorum: 0.5, fallback: 'plurality', ...(options ? { options } : {}) },
        }),
      );
    expect(first(3)).toMatchObject({ phase: 'propose' });
    expect(first(3, fixed.options)).toMatchObject({ phase: 'propose' });
    expect(first(1)).toMatchObject({ phase: 'propose' });
    expect(first(1, fixed.options)).toMatchObject({ phase: 'vote' });
  });

  it.each([
    [2, ['1 propose', '2 vote', 'ballot']],
    [3, ['1 propose', '2 discuss', '3 vote', 'ballot']],
    [4, ['1 propose', '2 discuss', '3 vote', 'ballot', '4 vote', 'ballot']],
    [5, ['1 propose', '2 discuss', '3 vote', 'ballot', '4 discuss', '5 vote', 'ballot']],
  ])('of at most %i while nothing is carried', (max_rounds, rounds) => {
    for (const strategy of ['round_robin', 'parallel', 'random', 'moderated'] as const) {
      const run = meeting({ fallback: 'no_decision' }, { max_rounds, strategy }, { say: assembly(differ) });
      expect(courseOf(run)).toEqual([...rounds, 'cap on rounds', 'undecided']);
      expect(run.ended).toMatchObject({ converged: false, decision: null });
    }
  });

  it('ends with the first vote that is carried', () => {
    const run = meeting({}, { max_rounds: 9 });
    expect(courseOf(run)).toEqual(['1 propose', '2 discuss', '3 vote', 'ballot', 'decided']);
    expect(run.ended).toMatchObject({ converged: true, decision: 'Plan of Athena' });
  });

  it('with one round in all lets the ballot follow the proposals under the same number', () => {
    for (const strategy of ['round_robin', 'parallel', 'moderated'] as const) {
      const run = meeting({}, { max_rounds: 1, strategy });
      expect(courseOf(run)).toEqual(['1 propose', 'ballot', 'decided']);
      const places = run.turns.map((turn) => turn.speakerIndex);
      expect(new Set(places).size).toBe(places.length);
      const ballots = run.turns.filter(voting);
      expect(ballots).toHaveLength(3);
      for (const { hears } of ballots) expect(hears.speakerIndex).toBe(ballots[0]?.speakerIndex);
    }
    const direct = meeting(fixed, { max_rounds: 1 });
    expect(courseOf(direct)).toEqual(['1 vote', 'ballot', 'decided']);
  });

  it('is measured once a round, after its ballot where that shares the number', () => {
    const convergence: ResolvedSpecification['convergence'] = {
      methods: ['lexical', 'vote'],
      threshold: 0.6,
    };
    const run = meeting({}, { max_rounds: 1, convergence });
    const measures = ofType(run.events, 'convergence-measured');
    expect(measures.map(({ method }) => method)).toEqual(['lexical', 'vote']);
    expect(measures[1]).toMatchObject({ value: 0.6667, met: true });
    const kinds = run.events.map(({ type }) => type);
    expect(kinds.indexOf('convergence-measured')).toBeGreaterThan(kinds.indexOf('vote-tallied'));
  });

  it('a proposal round that everybody was passed over in leaves nothing to vote on', () => {
    const everybody = ['Athena', 'Apollo', 'Hermes'].map((agent) => skip(1, agent));
    for (const max_rounds of [1, 3]) {
      const run = meeting({}, { max_rounds }, { inputs: once(() => true, ...everybody) });
      expect(courseOf(run)).toEqual(['1 propose', 'undecided']);
      expect(run.ended.reason).toContain('No proposal');
    }
  });
});

describe('options of a consensus', () => {
  it('are the distinct proposals in speaking order, whoever ended first', () => {
    const say: Script['say'] = (turn) =>
      turn.turnKind === 'proposal'
        ? { position: turn.agent === 'Apollo' ? 'build a MESH.' : 'Build a mesh' }
        : assembly({ Athena: 'A', Apollo: 'A', Hermes: 'A' })(turn);
    const merged = meeting({}, {}, { say });
    expect(ofType(merged.events, 'vote-opened')[0]?.options).toEqual([
      { id: 'A', text: 'Build a mesh', by: 'Athena' },
    ]);
    const parallel = meeting({}, { strategy: 'parallel' }, { endsNext: (open) => open.length - 1 });
    expect(ofType(parallel.events, 'vote-opened')[0]?.options).toEqual(
      ['Athena', 'Apollo', 'Hermes'].map((by, place) => ({ id: 'ABC'[place], text: `Plan of ${by}`, by })),
    );
  });

  it('are shown to discussion and vote, and to those who propose only where they are fixed', () => {
    const shown = (run: ReturnType<typeof meeting>, kind: string) =>
      run.turns
        .filter((turn) => turn.turnKind === kind)
        .map((turn) => turn.options.map(({ id }) => id).join(''));
    const free = meeting();
    expect(shown(free, 'proposal')).toEqual(['', '', '']);
    expect(shown(free, 'discussion')).toEqual(['ABC', 'ABC', 'ABC']);
    expect(shown(free, 'vote')).toEqual(['ABC', 'ABC', 'ABC']);
    expect(shown(meeting(fixed), 'proposal')).toEqual(['AB', 'AB', 'AB']);
  });

  it('stay the same in a second vote', () => {
    const run = meeting({}, { max_rounds: 5 }, { say: assembly(differ, agree) });
    const [first, second] = ofType(run.events, 'vote-opened');
    expect(second?.options).toEqual(first?.options);
    expect([first?.round, second?.round]).toEqual([3, 5]);
  });
});

describe('ballots', () => {
  it('are secret: nobody hears another one, whatever the strategy', () => {
    for (const strategy of ['round_robin', 'parallel', 'random', 'moderated'] as const) {
      const ballots = meeting({}, { strategy }).turns.filter(voting);
      expect(ballots).toHaveLength(3);
      for (const turn of ballots) expect(turn.hears).toEqual({ round: 3, speakerIndex: 0 });
    }
  });

  it('are on record in the order of the participants before their tally', () => {
    const run = meeting({}, { strategy: 'parallel' }, { endsNext: (open) => open.length - 1 });
    expect(ofType(run.events, 'vote-cast').map(({ agent, choice }) => [agent, choice])).toEqual(
      Object.entries(agree),
    );
    const kinds = run.events.map(({ type }) => type);
    expect(kinds.lastIndexOf('vote-cast')).toBeLessThan(kinds.indexOf('vote-tallied'));
  });

  it('ask for a ranking only by that method', () => {
    const ranked = (method: VoteMethod) =>
      meeting({ method })
        .turns.filter((turn) => turn.ranked)
        .map(voting);
    expect(ranked('ranked_choice')).toEqual([true, true, true]);
    for (const method of ['majority', 'two_thirds', 'confidence_weighted'] as const) {
      expect(ranked(method)).toEqual([]);
    }
  });

  it('that changed name the choice before, in the next vote only', () => {
    const run = meeting({}, { max_rounds: 5 }, { say: assembly(differ, { ...differ, Apollo: 'A' }) });
    const changed = ofType(run.events, 'vote-cast').map(({ round, agent, changed_from }) => [
      round,
      agent,
      changed_from,
    ]);
    expect(changed.filter(([, , from]) => from !== null)).toEqual([[5, 'Apollo', 'B']]);
    expect(run.ended).toMatchObject({ outcome: 'decided', decision: 'Plan of Athena' });
  });

  it('that name no option are kept and do not count', () => {
    const run = meeting({}, {}, { say: assembly({ Athena: 'B', Apollo: 'none of you', Hermes: 'B' }) });
    expect(ofType(run.events, 'vote-cast')[1]).toMatchObject({ valid: false, choice: 'none of you' });
    expect(ofType(run.events, 'vote-tallied')[0]).toMatchObject({
      counts: { A: 0, B: 2, C: 0 },
      turnout: 0.6667,
      winner: 'B',
      dissent: [],
    });
  });

  it('leave the dissent with its reasons on record', () => {
    expect(ofType(meeting().events, 'vote-tallied')[0]?.dissent).toEqual([
      { agent: 'Hermes', choice: 'B', reason: 'because Hermes' },
    ]);
  });
});

describe('methods', () => {
  const say =
    (confidence: Readonly<Record<string, number>>): Script['say'] =>
    (turn) => {
      const said = assembly(agree)(turn);
      return voting(turn) ? { ...said, confidence: confidence[turn.agent] ?? null } : said;
    };

  it('two_thirds is reached by two of three', () => {
    expect(meeting({ method: 'two_thirds' }).ended.decision).toBe('Plan of Athena');
  });

  it('confidence_weighted lets one who is sure outweigh two who are not', () => {
    const sure = { Athena: 0.2, Apollo: 0.3, Hermes: 0.9 };
    const run = meeting({ method: 'confidence_weighted' }, {}, { say: say(sure) });
    expect(run.ended).toMatchObject({ outcome: 'decided', decision: 'Plan of Apollo' });
    expect(meeting({ method: 'majority' }, {}, { say: say(sure) }).ended.decision).toBe('Plan of Athena');
  });

  it('ranked_choice runs off', () => {
    const rankings: Readonly<Record<string, string[]>> = {
      Athena: ['A', 'C'],
      Apollo: ['B', 'C'],
      Hermes: ['C', 'B'],
      Zeus: ['A', 'B'],
      Hera: ['B', 'A'],
    };
    const ranking: Script['say'] = (turn) => {
      const order = rankings[turn.agent] ?? [];
      return voting(turn)
        ? { ballot: { choice: order[0] ?? '', ranking: order, reason: '' } }
        : assembly()(turn);
    };
    const agents = Object.keys(rankings).map((name) => `${name}@1.0.0`);
    const run = meeting({ method: 'ranked_choice' }, { agents }, { say: ranking });
    expect(run.ended).toMatchObject({ outcome: 'decided', decision: 'Plan of Apollo' });
  });
});

describe('when nothing is carried', () => {
  const sayWith =
    (decision: string | null): Script['say'] =>
    (turn) =>
      turn.turnKind === 'judgement' ? { decision } : assembly(differ)(turn);
  const judge = 'Critic@1.0.0';
  const leading = { agents: ['Athena', 'Apollo', 'Hermes', 'Zeus'].map((name) => `${name}@1.0.0`) };

  it('plurality takes the leader, which is a decision and no agreement', () => {
    const say = assembly({ ...differ, Zeus: 'B' });
    const run = meeting({ fallback: 'plurality' }, leading, { say });
    expect(courseOf(run)).toEqual(['1 propose', '2 discuss', '3 vote', 'ballot', 'decided']);
    expect(run.ended).toMatchObject({ decision: 'Plan of Apollo', converged: false });
  });

  it('plurality without a leader decides nothing', () => {
    const run = meeting({ fallback: 'plurality' }, {}, { say: assembly(differ) });
    expect(courseOf(run).slice(-2)).toEqual(['cap on rounds', 'undecided']);
    expect(run.ended.decision).toBeNull();
  });

  it('the judge chooses among the options, before the synthesis', () => {
    const synthesizer = 'Synthesizer@1.0.0';
    const run = meeting({ fallback: 'judge' }, { judge, synthesizer }, { say: sayWith('Option C') });
    expect(courseOf(run).slice(-4)).toEqual(['cap on rounds', 'judgement', 'synthesis', 'decided']);
    expect(run.ended).toMatchObject({ decision: 'Plan of Hermes', converged: false });
    const judgement = run.turns.find((turn) => turn.turnKind === 'judgement');
    expect(judgement?.options.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  it('a judge who names no option leaves it undecided', () => {
    for (const decision of [null, 'all of them']) {
      const run = meeting({ fallback: 'judge' }, { judge }, { say: sayWith(decision) });
      expect(courseOf(run).slice(-3)).toEqual(['cap on rounds', 'judgement', 'undecided']);
      expect(run.ended.reason).toContain('The judge named no option.');
    }
  });

  it('a judge is not asked when a vote is carried or another fallback was chosen', () => {
    expect(courseOf(meeting({ fallback: 'judge' }, { judge }))).not.toContain('judgement');
    const other = meeting({ fallback: 'no_decision' }, { judge }, { say: assembly(differ) });
    expect(courseOf(other)).not.toContain('judgement');
  });

  it('a missed quorum carries nothing, however clear the ballots are', () => {
    const inputs = once(voting, skip(3, 'Apollo'), skip(3, 'Hermes'));
    const run = meeting({ quorum: 0.6 }, {}, { inputs });
    expect(ofType(run.events, 'vote-tallied')[0]).toMatchObject({ quorum_met: false, winner: null });
    expect(run.ended).toMatchObject({ outcome: 'undecided', decision: null });
  });

  it('a vote without a single ballot is tallied too', () => {
    const inputs = once(voting, ...['Athena', 'Apollo', 'Hermes'].map((agent) => skip(3, agent)));
    const run = meeting({ quorum: 0 }, {}, { inputs });
    expect(ofType(run.events, 'vote-tallied')[0]).toMatchObject({ turnout: 0, winner: null });
    expect(run.ended.outcome).toBe('undecided');
  });
});

describe('endings and extensions of a consensus', () => {
  const synthesizer = 'Synthesizer@1.0.0';

  it('a stop in the middle of a vote decides nothing and counts nothing', () => {
    const last = (turn: TakeTurn) => voting(turn) && turn.agent === 'Hermes';
    const run = meeting({}, { synthesizer }, { inputs: once(last, stop(true)) });
    expect(courseOf(run).slice(-3)).toEqual(['ballot', 'synthesis', 'stopped']);
    expect(ofType(run.events, 'vote-tallied')).toEqual([]);
    expect(run.ended.decision).toBeNull();
  });

  it('a stop after a carried vote keeps its decision', () => {
    const inputs = once((turn) => turn.turnKind === 'synthesis', stop(false));
    const run = meeting({}, { synthesizer }, { inputs });
    expect(run.ended).toMatchObject({ outcome: 'stopped', decision: 'Plan of Athena' });
  });

  it('a stop after a vote that carried nothing decides nothing', () => {
    const talking = (turn: TakeTurn) => turn.turnKind === 'discussion' && turn.round === 4;
    const run = meeting({}, { max_rounds: 5 }, { say: assembly(differ), inputs: once(talking, stop(false)) });
    expect(run.ended).toMatchObject({ outcome: 'stopped', decision: null });
  });

  it('a deadline ends it', () => {
    const inputs = once(voting, { type: 'deadline-passed', data: { cap: 60, elapsed: 60 } });
    const run = meeting({}, { synthesizer }, { inputs });
    expect(courseOf(run).slice(-3)).toEqual(['ballot', 'cap on seconds', 'budget-exhausted']);
  });

  it('a voter or a judge who cannot answer ends it', () => {
    for (const kind of ['proposal', 'vote', 'judgement']) {
      const say: Script['say'] = (turn) =>
        turn.turnKind === kind ? { fails: 'provider/unreachable' } : assembly(differ)(turn);
      const run = meeting({ fallback: 'judge' }, { judge: 'Critic@1.0.0' }, { say });
      expect(run.ended).toMatchObject({ outcome: 'no-provider', decision: null });
    }
  });

  it('one who was skipped while proposing may vote all the same', () => {
    const first = (turn: TakeTurn) => turn.agent === 'Athena';
    const run = meeting({}, {}, { inputs: once(first, skip(1, 'Hermes')) });
    expect(ofType(run.events, 'vote-opened')[0]?.options.map(({ by }) => by)).toEqual(['Athena', 'Apollo']);
    expect(speakersOf(run, 3)).toEqual(['Athena', 'Apollo', 'Hermes']);
    expect(ofType(run.events, 'vote-cast')).toHaveLength(3);
  });

  it('rounds added during the last vote put off the fallback', () => {
    const run = meeting({}, {}, { say: assembly(differ, agree), inputs: once(voting, extend(2)) });
    expect(courseOf(run)).toEqual([
      '1 propose',
      '2 discuss',
      '3 vote',
      'ballot',
      '4 discuss',
      '5 vote',
      'ballot',
      'decided',
    ]);
    expect(ofType(run.events, 'vote-tallied').map(({ fallback }) => fallback)).toEqual([null, null]);
    expect(run.ended.converged).toBe(true);
  });

  it('rounds added to the proposals of a single round give the ballot a round of its own', () => {
    const inputs = once((turn) => turn.turnKind === 'proposal', extend(1));
    expect(courseOf(meeting({}, { max_rounds: 1 }, { inputs }))).toEqual([
      '1 propose',
      '2 vote',
      'ballot',
      'decided',
    ]);
  });
});
