import { describe, expect, it } from 'vitest';
import {
  extendInputs,
  interjectInputs,
  pauseInputs,
  resumeInputs,
  skipInputs,
  stepInputs,
  stopInputs,
} from '../../../../../core/orchestration/engine/commands.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { initialState } from '../../../../../core/orchestration/engine/initial-state.ts';
import { createdWith } from '../../../../support/cast.ts';
import { createdWorkflow } from '../../../../support/workflow-run.ts';

const state = () => initialState('00000000-0000-4000-8000-000000000001', createdWith(), 0);

it('refuses acts on rounds and speakers where a task graph runs, and says what to do instead', () => {
  const graph = initialState('s', createdWorkflow({ nodes: [{ id: 'a' }] }), 0);
  expect(() => extendInputs(graph, 1, 'user')).toThrow('A task graph has no rounds.');
  expect(() => skipInputs(graph, 'Athena', 'user')).toThrow('A task graph has no speakers to pass over.');
});

describe('acts of a person', () => {
  it('asks for nothing where nothing changes', () => {
    expect(resumeInputs(state())).toEqual([]);
    const paused = state();
    foldSession(paused, { type: 'session-paused', data: { reason: 'user' } }, 1);
    expect(pauseInputs(paused, 'now', 'user')).toEqual([]);
  });

  it('turns a pause after the turn into one now, and not the other way round', () => {
    const pausing = state();
    foldSession(pausing, { type: 'pause-requested', data: { by: 'user', when: 'after-turn' } }, 1);
    expect(pauseInputs(pausing, 'now', 'user')).toHaveLength(1);
    expect(pauseInputs(pausing, 'after-turn', 'user')).toEqual([]);
  });

  it('steps only a paused session', () => {
    expect(() => stepInputs(state())).toThrow(/paused/);
  });

  it('marks words to one agent as a whisper, and refuses strangers by naming those who take part', () => {
    const [all] = interjectInputs(state(), { from: 'user', to: 'all', text: 'Hello' });
    const [one] = interjectInputs(state(), { from: 'user', to: 'Apollo', text: 'Hello' });
    expect(all?.data).toMatchObject({ whisper: false });
    expect(one?.data).toMatchObject({ whisper: true });
    expect(() => skipInputs(state(), 'Zeus', 'user')).toThrowError(
      expect.objectContaining({ code: 'input/unknown-agent', remedy: expect.stringContaining('Athena') }),
    );
  });

  it('refuses more rounds once the end by their cap is on record', () => {
    const capped = state();
    expect(extendInputs(capped, 2, 'user')).toHaveLength(1);
    const cap = { limit: 'rounds', cap: 3, spent: 3, needed: 1 } as const;
    foldSession(capped, { type: 'limit-reached', data: cap }, 1);
    expect(() => extendInputs(capped, 2, 'user')).toThrow(/ending/);
  });

  it('refuses everything after the end, and changes while it is ending', () => {
    const ending = state();
    foldSession(ending, { type: 'stop-requested', data: { by: 'user', synthesis: true } }, 1);
    expect(() => extendInputs(ending, 2, 'user')).toThrow(/ending/);
    expect(() => pauseInputs(ending, 'now', 'user')).toThrow(/ending/);
    const ended = state();
    ended.phase = { kind: 'ended', data: {} as never };
    for (const act of [resumeInputs, stepInputs, (one: typeof ended) => stopInputs(one, true, 'user')]) {
      expect(() => act(ended)).toThrowError(expect.objectContaining({ code: 'session/wrong-state' }));
    }
  });
});
