import { describe, expect, it } from 'vitest';
import type { ResolvedSpecification } from '../../../../../../core/contract/index.ts';
import { single } from '../../../../../../core/orchestration/protocols/modes/single.ts';
import { runSession, type Script } from '../mini-engine.ts';
import { specification } from '../specification.ts';
import { stateAfter } from '../state-after.ts';
import { courseOf, extend, once, speakersOf, stop, talk } from './course.ts';

const stagnation = { methods: ['stagnation' as const], threshold: 0.82 };

const answersOf = (changes: Partial<ResolvedSpecification>, script: Partial<Script> = {}) =>
  runSession(
    specification({
      mode: 'single',
      agents: ['Athena@1.0.0'],
      convergence: false,
      synthesizer: null,
      max_rounds: 1,
      ...changes,
    }),
    { say: talk, ...script },
  );

describe('single', () => {
  it('begins with an answer of everybody', () => {
    expect(single.after(stateAfter([]))).toEqual({ kind: 'round', phase: 'answer', speakers: 'all' });
  });

  it('is one answer, whose end is no cap', () => {
    const run = answersOf({});
    expect(courseOf(run)).toEqual(['1 answer', 'completed']);
    expect(run.ended).toMatchObject({ converged: false, decision: null });
    expect(run.ended.topic_final).toContain('Athena1word1');
    expect(courseOf(answersOf({ convergence: stagnation }))).toEqual(['1 answer', 'completed']);
  });

  it('asks each of several agents', () => {
    expect(speakersOf(answersOf({ agents: ['Athena@1.0.0', 'Apollo@1.0.0'] }), 1)).toEqual([
      'Athena',
      'Apollo',
    ]);
  });

  it('revises until the rounds are used', () => {
    const run = answersOf({ max_rounds: 3, convergence: stagnation });
    expect(courseOf(run)).toEqual(['1 answer', '2 answer', '3 answer', 'cap on rounds', 'completed']);
    expect(run.ended.topic_final).toContain('Athena3word1');
  });

  it('revises until nothing changes', () => {
    const run = answersOf(
      { max_rounds: 9, convergence: stagnation },
      { say: (turn) => talk({ ...turn, round: Math.min(turn.round, 2) }) },
    );
    expect(courseOf(run)).toEqual(['1 answer', '2 answer', '3 answer', '4 answer', 'completed']);
    expect(run.ended.reason).toContain('Stagnation in round 4');
  });

  it('has no judge, and a synthesis only where one is asked for', () => {
    const run = answersOf({ judge: 'Critic@1.0.0', synthesizer: 'Synthesizer@1.0.0' });
    expect(courseOf(run)).toEqual(['1 answer', 'synthesis', 'completed']);
    expect(run.ended.topic_final).toBe('All of it in one sentence');
    const still = answersOf(
      { judge: 'Critic@1.0.0', max_rounds: 9, convergence: stagnation },
      { say: (turn) => talk({ ...turn, round: 1 }) },
    );
    expect(courseOf(still)).toEqual(['1 answer', '2 answer', '3 answer', 'completed']);
  });

  it('goes on for rounds that are added, and ends when it is stopped or cannot answer', () => {
    const running = () => true;
    expect(courseOf(answersOf({}, { inputs: once(running, extend(1)) }))).toContain('2 answer');
    expect(courseOf(answersOf({}, { inputs: once(running, stop(true)) }))).toEqual(['1 answer', 'stopped']);
    const failed = answersOf({}, { say: () => ({ fails: 'provider/unreachable' }) });
    expect(courseOf(failed)).toEqual(['1 answer', 'no-provider']);
  });
});
