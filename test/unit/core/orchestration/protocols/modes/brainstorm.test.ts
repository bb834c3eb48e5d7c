import { describe, expect, it } from 'vitest';
import type { ResolvedSpecification } from '../../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import { brainstorm } from '../../../../../../core/orchestration/protocols/modes/brainstorm.ts';
import { ofType, runSession, type Script } from '../mini-engine.ts';
import { specification } from '../specification.ts';
import { stateAfter } from '../state-after.ts';
import type { Said } from '../synthetic-turn.ts';
import { courseOf, extend, once, skip, speakersOf, stop, talk } from './course.ts';

const groups = ['Copies at the edge', 'One strong core'];

/** Ideas, two groups, and a selection by letter. */
const storm =
  (selections: Readonly<Record<string, string>> = {}) =>
  (turn: TakeTurn): Said => {
    switch (turn.turnKind) {
      case 'cluster':
        return { claims: groups };
      case 'selection':
        return { ballot: { choice: selections[turn.agent] ?? 'A', reason: '' } };
      default:
        return { ...talk(turn), claims: [`idea of ${turn.agent} in round ${turn.round}`] };
    }
  };

const stormOf = (changes: Partial<ResolvedSpecification> = {}, script: Partial<Script> = {}) =>
  runSession(specification({ mode: 'brainstorm', convergence: false, synthesizer: null, ...changes }), {
    say: storm(),
    ...script,
  });

const selecting = (turn: TakeTurn) => turn.turnKind === 'selection';
const texts = (turn: TakeTurn | undefined) => turn?.options.map((option) => option.text);

describe('rounds of a brainstorm', () => {
  it('begins by diverging', () => {
    expect(brainstorm.after(stateAfter([]))).toEqual({ kind: 'round', phase: 'diverge', speakers: 'all' });
  });

  it.each([
    [1, ['1 diverge']],
    [2, ['1 diverge', '2 converge']],
    [3, ['1 diverge', '2 cluster', '3 converge']],
    [4, ['1 diverge', '2 diverge', '3 cluster', '4 converge']],
    [6, ['1 diverge', '2 diverge', '3 diverge', '4 diverge', '5 cluster', '6 converge']],
  ])('of at most %i', (max_rounds, rounds) => {
    for (const strategy of ['round_robin', 'parallel', 'random', 'moderated'] as const) {
      expect(courseOf(stormOf({ max_rounds, strategy }))).toEqual([...rounds, 'completed']);
    }
  });

  it('one agent clusters: the synthesizer, else the first', () => {
    expect(speakersOf(stormOf({ synthesizer: 'Synthesizer@1.0.0' }), 2)).toEqual(['Synthesizer']);
    for (const strategy of ['round_robin', 'random', 'moderated'] as const) {
      expect(speakersOf(stormOf({ strategy }), 2)).toEqual(['Athena']);
    }
  });

  it('a brainstorm that agrees or repeats itself has run dry, and goes on to choose', () => {
    const lexical = { methods: ['lexical' as const], threshold: 0.82 };
    const agreed = stormOf(
      { max_rounds: 9, convergence: lexical },
      {
        say: (turn) =>
          turn.turnKind === 'idea' ? { position: 'Keep copies near every user' } : storm()(turn),
      },
    );
    expect(courseOf(agreed)).toEqual(['1 diverge', '2 cluster', '3 converge', 'completed']);
    expect(agreed.ended.decision).toBe(groups[0]);
    const stagnation = { methods: ['stagnation' as const], threshold: 0.82 };
    const repeated = stormOf(
      { max_rounds: 9, convergence: stagnation },
      { say: (turn) => storm()(turn.turnKind === 'idea' ? { ...turn, round: 1 } : turn) },
    );
    expect(courseOf(repeated)).toEqual([
      '1 diverge',
      '2 diverge',
      '3 diverge',
      '4 cluster',
      '5 converge',
      'completed',
    ]);
  });
});

describe('selection', () => {
  it('chooses among the groups, each agent for itself', () => {
    const selections = stormOf().turns.filter(selecting);
    expect(selections).toHaveLength(3);
    for (const turn of selections) {
      expect(texts(turn)).toEqual(groups);
      expect(turn.hears).toEqual({ round: 3, speakerIndex: 0 });
    }
  });

  it('chooses among the newest ideas where nothing was grouped', () => {
    const two = stormOf({ max_rounds: 2 }).turns.find(selecting);
    expect(two?.options.map(({ id, text, by }) => [id, text, by])).toEqual([
      ['A', 'idea of Athena in round 1', 'Athena'],
      ['B', 'idea of Apollo in round 1', 'Apollo'],
      ['C', 'idea of Hermes in round 1', 'Hermes'],
    ]);
    const skipped = stormOf(
      { max_rounds: 4 },
      { inputs: once((turn) => turn.turnKind === 'cluster', skip(3, 'Athena')) },
    );
    expect(courseOf(skipped)).toEqual(['1 diverge', '2 diverge', '3 cluster', '4 converge', 'completed']);
    expect(texts(skipped.turns.find(selecting))?.[0]).toBe('idea of Athena in round 2');
  });

  it('nobody is offered anything before it', () => {
    for (const turn of stormOf().turns) if (!selecting(turn)) expect(turn.options).toEqual([]);
  });

  it('decides for the one most selected', () => {
    const { ended } = stormOf({}, { say: storm({ Athena: 'B', Apollo: 'One strong core', Hermes: 'A' }) });
    expect(ended.decision).toBe('One strong core');
    expect(ended.reason).toContain('One strong core');
  });

  it('decides nothing on a tie, without an option that anyone names, and when it is never reached', () => {
    const tie = stormOf({ agents: ['Athena@1.0.0', 'Apollo@1.0.0'] }, { say: storm({ Athena: 'B' }) });
    expect(tie.ended).toMatchObject({ outcome: 'completed', decision: null });
    const none = { Athena: 'Z', Apollo: 'Z', Hermes: 'Z' };
    expect(stormOf({}, { say: storm(none) }).ended.decision).toBeNull();
    const alone = { agents: ['Athena@1.0.0'], max_rounds: 2 };
    expect(stormOf(alone, { say: storm(none) }).ended.decision).toBeNull();
    expect(stormOf({ max_rounds: 1 }).ended.decision).toBeNull();
  });

  it('does without one who was skipped', () => {
    const at = (turn: TakeTurn) => selecting(turn) && turn.agent === 'Athena';
    const run = stormOf({}, { say: storm({ Apollo: 'B' }), inputs: once(at, skip(3, 'Hermes')) });
    expect(speakersOf(run, 3)).toEqual(['Athena', 'Apollo']);
    expect(run.ended.decision).toBeNull();
    const agreed = stormOf(
      {},
      { say: storm({ Athena: 'B', Apollo: 'B' }), inputs: once(at, skip(3, 'Hermes')) },
    );
    expect(agreed.ended.decision).toBe(groups[1]);
  });
});

describe('endings and extensions of a brainstorm', () => {
  it('has no judge, and a synthesis at the end', () => {
    const run = stormOf({ judge: 'Critic@1.0.0', synthesizer: 'Synthesizer@1.0.0' });
    expect(courseOf(run)).toEqual(['1 diverge', '2 cluster', '3 converge', 'synthesis', 'completed']);
    expect(run.ended.topic_final).toContain('All of it in one sentence');
  });

  it('a stop before all have selected leaves nothing decided, one after it keeps the decision', () => {
    const synthesizer = 'Synthesizer@1.0.0';
    const last = (turn: TakeTurn) => selecting(turn) && turn.agent === 'Hermes';
    const early = stormOf({ synthesizer }, { inputs: once(last, stop(true)) });
    expect(courseOf(early).slice(-3)).toEqual(['3 converge', 'synthesis', 'stopped']);
    expect(early.ended.decision).toBeNull();
    const late = stormOf(
      { synthesizer },
      { inputs: once((turn) => turn.turnKind === 'synthesis', stop(false)) },
    );
    expect(late.ended).toMatchObject({ outcome: 'stopped', decision: groups[0] });
  });

  it('a failed cluster or selection ends it', () => {
    for (const kind of ['cluster', 'selection']) {
      const say: Script['say'] = (turn) =>
        turn.turnKind === kind ? { fails: 'provider/unreachable' } : storm()(turn);
      expect(stormOf({}, { say }).ended).toMatchObject({ outcome: 'no-provider', decision: null });
    }
  });

  it('rounds added while diverging make the diverging longer', () => {
    const run = stormOf({}, { inputs: once((turn) => turn.agent === 'Hermes', extend(1)) });
    expect(courseOf(run)).toEqual(['1 diverge', '2 diverge', '3 cluster', '4 converge', 'completed']);
  });

  it('rounds added while selecting begin again, with the groups of the new ideas', () => {
    const say: Script['say'] = (turn) =>
      turn.turnKind === 'cluster' && turn.round > 3 ? { claims: ['Newer', 'Newest'] } : storm()(turn);
    const run = stormOf({}, { say, inputs: once(selecting, extend(3)) });
    expect(courseOf(run)).toEqual([
      '1 diverge',
      '2 cluster',
      '3 converge',
      '4 diverge',
      '5 cluster',
      '6 converge',
      'completed',
    ]);
    expect(texts(run.turns.filter(selecting).at(-1))).toEqual(['Newer', 'Newest']);
    expect(run.ended.decision).toBe('Newer');
    expect(ofType(run.events, 'limit-reached')).toEqual([]);
  });

  it('one round added while grouping or selecting does not lose what was selected', () => {
    for (const kind of ['cluster', 'selection']) {
      const inputs = once((turn) => turn.turnKind === kind, extend(1));
      const run = stormOf({}, { inputs });
      expect(run.ended.decision, kind).toBe(groups[0]);
      expect(courseOf(run)).toContain('4 converge');
    }
  });
});
