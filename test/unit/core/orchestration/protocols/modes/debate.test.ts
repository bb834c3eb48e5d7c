import { describe, expect, it } from 'vitest';
import type { EventDraft, ResolvedSpecification } from '../../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import { debate } from '../../../../../../core/orchestration/protocols/modes/debate.ts';
import { ofType, runSession, type Script } from '../mini-engine.ts';
import { specification } from '../specification.ts';
import { stateAfter } from '../state-after.ts';
import { courseOf, extend, once, skip, speakersOf, stop, talk } from './course.ts';

const three = ['Athena', 'Apollo', 'Hermes'];

const debateOf = (changes: Partial<ResolvedSpecification> = {}, script: Partial<Script> = {}) =>
  runSession(specification({ convergence: false, synthesizer: null, ...changes }), { say: talk, ...script });

const at = (round: number, agent: string) => (turn: TakeTurn) => turn.round === round && turn.agent === agent;

describe('rounds of a debate', () => {
  it('begins with positions', () => {
    expect(debate.after(stateAfter([]))).toEqual({ kind: 'round', phase: 'positions', speakers: 'all' });
  });

  it.each([
    [1, ['1 positions']],
    [2, ['1 positions', '2 closing']],
    [3, ['1 positions', '2 rebuttals', '3 closing']],
    [5, ['1 positions', '2 rebuttals', '3 rebuttals', '4 rebuttals', '5 closing']],
  ])('of at most %i', (max_rounds, rounds) => {
    const run = debateOf({ max_rounds });
    expect(courseOf(run)).toEqual([...rounds, 'cap on rounds', 'completed']);
    expect(run.ended).toMatchObject({ converged: false, decision: null });
    for (let round = 1; round <= max_rounds; round += 1) expect(speakersOf(run, round)).toEqual(three);
  });

  it('ends at two thousand rounds as at two', () => {
    const run = debateOf({ max_rounds: 2000, agents: ['Athena@1.0.0', 'Apollo@1.0.0'] });
    expect(run.turns).toHaveLength(4000);
  });
});

describe('strategies', () => {
  it('round_robin: in turn, each hearing all before', () => {
    const { turns } = debateOf({ max_rounds: 2 });
    for (const turn of turns)
      expect(turn.hears).toEqual({ round: turn.round, speakerIndex: turn.speakerIndex });
  });

  it('parallel: all at once, nobody hearing the others of the round, whoever ends first', () => {
    let most = 0;
    const run = debateOf(
      { strategy: 'parallel' },
      {
        say: (turn, open) => {
          most = Math.max(most, open.length + 1);
          return talk(turn);
        },
        endsNext: (open) => open.length - 1,
      },
    );
    expect(most).toBe(3);
    for (const turn of run.turns) expect(turn.hears).toEqual({ round: turn.round, speakerIndex: 0 });
    expect(courseOf(run)).toEqual(courseOf(debateOf()));
  });

  it('random: everybody once a round, in the order that the round announced, the same for the same seed', () => {
    const run = debateOf({ strategy: 'random', max_rounds: 12 });
    const announced = ofType(run.events, 'round-started').map(({ speakers }) => speakers);
    expect(announced).toEqual(announced.map((_, index) => speakersOf(run, index + 1)));
    for (const speakers of announced) expect([...speakers].sort()).toEqual([...three].sort());
    expect(new Set(announced.map((speakers) => speakers.join())).size).toBeGreaterThan(1);
    expect(debateOf({ strategy: 'random', max_rounds: 12 }).turns).toEqual(run.turns);
  });

  it('moderated: the moderator calls them one by one, and everybody speaks once a round', () => {
    const order = ['Hermes', 'Athena', 'Apollo'];
    const run = debateOf(
      { strategy: 'moderated', max_rounds: 2 },
      {
        say: (turn) =>
          turn.turnKind === 'moderation'
            ? { decision: order.find((agent) => turn.candidates.includes(agent)) ?? null }
            : talk(turn),
      },
    );
    const called = order.flatMap((agent) => ['Moderator', agent]);
    expect(speakersOf(run, 1)).toEqual(called);
    expect(speakersOf(run, 2)).toEqual(called);
    expect(new Set(run.turns.map((turn) => `${turn.round}.${turn.speakerIndex}`)).size).toBe(12);
  });

  it('moderated: words that call nobody do not hold up the round', () => {
    const run = debateOf({ strategy: 'moderated', max_rounds: 1 });
    expect(speakersOf(run, 1).filter((agent) => agent !== 'Moderator')).toEqual(three);
  });
});

describe('judge and synthesis', () => {
  const say: Script['say'] = (turn) =>
    turn.turnKind === 'judgement' ? { decision: ' Apollo was right ' } : talk(turn);

  it('the judge speaks after the last round and before the synthesis, and hears everything', () => {
    const run = debateOf({ judge: 'Critic@1.0.0', synthesizer: 'Synthesizer@1.0.0', max_rounds: 2 }, { say });
    expect(courseOf(run)).toEqual([
      '1 positions',
      '2 closing',
      'cap on rounds',
      'judgement',
      'synthesis',
      'completed',
    ]);
    const [judgement, synthesis] = run.turns.slice(-2);
    expect(judgement).toMatchObject({ agent: 'Critic', round: 2, speakerIndex: 3 });
    expect(synthesis).toMatchObject({ agent: 'Synthesizer', round: 2, speakerIndex: 4 });
    expect(judgement?.hears).toEqual({ round: 2, speakerIndex: 3 });
    expect(run.ended.decision).toBe('Apollo was right');
    expect(run.ended.topic_final).toContain('All of it in one sentence');
  });

  it('a judge who decides nothing leaves no decision', () => {
    expect(debateOf({ judge: 'Critic@1.0.0' }).ended.decision).toBeNull();
  });

  it('without a synthesizer the last positions stand', () => {
    const { ended } = debateOf({ max_rounds: 1 });
    for (const agent of three) expect(ended.topic_final).toContain(`${agent}1word1`);
  });
});

describe('what was measured', () => {
  const lexical = { methods: ['lexical' as const], threshold: 0.82 };
  const stagnation = { methods: ['stagnation' as const], threshold: 0.82 };

  it('agreement ends it early, and the judge still speaks', () => {
    const run = debateOf(
      { convergence: lexical, max_rounds: 6, judge: 'Critic@1.0.0' },
      {
        say: (turn) =>
          turn.round < 3 ? talk(turn) : { position: 'Keep copies near every user for low latency' },
      },
    );
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', '3 rebuttals', 'judgement', 'converged']);
    expect(run.ended).toMatchObject({ converged: true });
    expect(run.ended.reason).toContain('round 3');
  });

  it('standing still for two rounds ends it without agreement', () => {
    const run = debateOf(
      { convergence: stagnation, max_rounds: 6 },
      { say: (turn) => talk({ ...turn, round: 1 }) },
    );
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', '3 rebuttals', 'completed']);
    expect(run.ended.converged).toBe(false);
    expect(run.ended.reason).toContain('Stagnation');
  });

  it('agreement in the last round is agreement and no cap', () => {
    const run = debateOf(
      { convergence: lexical, max_rounds: 1 },
      { say: () => ({ position: 'Keep copies near every user for low latency' }) },
    );
    expect(courseOf(run)).toEqual(['1 positions', 'converged']);
  });

  it('each round has its measure on record, met or not', () => {
    const run = debateOf({ convergence: { ...lexical, methods: ['lexical', 'stagnation'] } });
    const measured = ofType(run.events, 'convergence-measured').map(
      ({ round, method }) => `${round} ${method}`,
    );
    expect(measured).toEqual([1, 2, 3].flatMap((round) => [`${round} lexical`, `${round} stagnation`]));
    expect(run.ended.reason).toContain('without convergence');
  });
});

describe('endings from outside', () => {
  const withSynthesis = { synthesizer: 'Synthesizer@1.0.0', max_rounds: 4 };

  it('a stop with a synthesis of what there is', () => {
    const run = debateOf(withSynthesis, { inputs: once(at(2, 'Apollo'), stop(true)) });
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', 'synthesis', 'stopped']);
    expect(speakersOf(run, 2)).toEqual(['Athena', 'Apollo', 'Synthesizer']);
    expect(run.ended.topic_final).toBe('All of it in one sentence');
  });

  it('a stop without one keeps the newest positions', () => {
    const run = debateOf(withSynthesis, { inputs: once(at(2, 'Apollo'), stop(false)) });
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', 'stopped']);
    expect(run.ended.topic_final).toContain('Athena2word1');
    expect(run.ended.topic_final).toContain('Apollo1word1');
  });

  it('a stop before anybody has spoken needs no synthesis', () => {
    const run = debateOf(withSynthesis, { inputs: once(at(1, 'Athena'), stop(true)) });
    expect(courseOf(run)).toEqual(['1 positions', 'stopped']);
  });

  it('a stop during the synthesis asks for it once more, or not at all', () => {
    const during = (turn: TakeTurn) => turn.turnKind === 'synthesis';
    const again = debateOf({ ...withSynthesis, max_rounds: 1 }, { inputs: once(during, stop(true)) });
    expect(courseOf(again).slice(-3)).toEqual(['synthesis', 'synthesis', 'stopped']);
    expect(again.ended.topic_final).toBe('All of it in one sentence');
    const never = debateOf({ ...withSynthesis, max_rounds: 1 }, { inputs: once(during, stop(false)) });
    expect(courseOf(never).slice(-2)).toEqual(['synthesis', 'stopped']);
  });

  it.each([
    ['tokens', { type: 'limit-reached', data: { limit: 'tokens', cap: 500, spent: 499 } }],
    ['seconds', { type: 'deadline-passed', data: { cap: 60, elapsed: 60 } }],
  ] as const)('a cap on %s ends it without a synthesis', (limit, event: EventDraft) => {
    for (const strategy of ['round_robin', 'parallel'] as const) {
      const inputs = once(at(2, 'Apollo'), event);
      const run = debateOf({ ...withSynthesis, strategy }, { inputs });
      expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', `cap on ${limit}`, 'budget-exhausted']);
      expect(run.ended.topic_final).toContain('Apollo1word1');
    }
  });

  it('a deadline passes during the synthesis too', () => {
    const passed: EventDraft = { type: 'deadline-passed', data: { cap: 60, elapsed: 60 } };
    const inputs = once((turn) => turn.turnKind === 'synthesis', passed);
    const run = debateOf({ ...withSynthesis, max_rounds: 1 }, { inputs });
    expect(courseOf(run).slice(-3)).toEqual(['synthesis', 'cap on seconds', 'budget-exhausted']);
  });

  it.each([
    ['provider/unreachable', 'no-provider'],
    ['budget/exceeded', 'budget-exhausted'],
    ['internal', 'failed'],
  ])('a turn that fails with %s: %s', (fails, outcome) => {
    const say: Script['say'] = (turn) => (at(2, 'Apollo')(turn) ? { fails } : talk(turn));
    const run = debateOf(withSynthesis, { say });
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', outcome]);
    expect(speakersOf(run, 2)).toEqual(['Athena', 'Apollo']);
    expect(run.ended.reason).toContain('Apollo');
  });

  it('a failure in a parallel round lets those who speak finish', () => {
    const say: Script['say'] = (turn) =>
      at(2, 'Athena')(turn) ? { fails: 'provider/unreachable' } : talk(turn);
    const run = debateOf({ ...withSynthesis, strategy: 'parallel' }, { say });
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', 'no-provider']);
    expect(ofType(run.events, 'turn-ended').filter(({ round }) => round === 2)).toHaveLength(2);
  });

  it('a judge or a synthesizer who cannot answer ends it as a speaker would', () => {
    for (const kind of ['judgement', 'synthesis']) {
      const say: Script['say'] = (turn) =>
        turn.turnKind === kind ? { fails: 'provider/unreachable' } : talk(turn);
      const run = debateOf({ ...withSynthesis, judge: 'Critic@1.0.0', max_rounds: 1 }, { say });
      expect(run.ended.outcome).toBe('no-provider');
      expect(run.ended.topic_final).toContain('Hermes1word1');
    }
  });
});

describe('skip and extend', () => {
  it('a skipped speaker is missing from that round only', () => {
    const run = debateOf({}, { inputs: once(at(2, 'Athena'), skip(2, 'Apollo')) });
    expect([1, 2, 3].map((round) => speakersOf(run, round))).toEqual([three, ['Athena', 'Hermes'], three]);
    expect(run.ended.outcome).toBe('completed');
  });

  it('a speaker may be skipped while speaking, in turn and in parallel', () => {
    for (const strategy of ['round_robin', 'parallel', 'moderated'] as const) {
      const run = debateOf({ strategy }, { inputs: once(at(2, 'Apollo'), skip(2, 'Apollo')) });
      const ended = ofType(run.events, 'turn-ended').filter(({ kind }) => kind !== 'moderation');
      expect(ended.filter(({ round }) => round === 2).map(({ agent }) => agent)).toEqual([
        'Athena',
        'Hermes',
      ]);
      expect(ended.filter(({ round }) => round === 3)).toHaveLength(3);
    }
  });

  it('a round in which all were skipped is held all the same', () => {
    const inputs = once(at(2, 'Athena'), ...three.map((agent) => skip(2, agent)));
    const run = debateOf({}, { inputs });
    expect(courseOf(run)).toEqual(['1 positions', '2 rebuttals', '3 closing', 'cap on rounds', 'completed']);
  });

  it('rounds added before the last one make it longer in the middle', () => {
    const run = debateOf({}, { inputs: once(at(2, 'Athena'), extend(1)) });
    expect(courseOf(run).slice(0, 4)).toEqual(['1 positions', '2 rebuttals', '3 rebuttals', '4 closing']);
  });

  it('rounds added in the last one are held after it', () => {
    const run = debateOf({}, { inputs: once(at(3, 'Hermes'), extend(2)) });
    expect(courseOf(run)).toEqual([
      '1 positions',
      '2 rebuttals',
      '3 closing',
      '4 rebuttals',
      '5 closing',
      'cap on rounds',
      'completed',
    ]);
  });

  it('rounds added when the judge speaks come too late', () => {
    const inputs = once((turn) => turn.turnKind === 'judgement', extend(2));
    const run = debateOf({ judge: 'Critic@1.0.0' }, { inputs });
    expect(courseOf(run).slice(-3)).toEqual(['cap on rounds', 'judgement', 'completed']);
  });
});
