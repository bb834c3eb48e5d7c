import { describe, expect, it } from 'vitest';
import { failureKind, failureThatEnds } from '../../../../../core/orchestration/protocols/turn-failure.ts';
import { roundStarted, stateAfter } from './state-after.ts';
import { turnFailed, turnStarted } from './synthetic-turn.ts';

describe('failureKind', () => {
  it.each([
    ['provider/unreachable', false, false, 'no-provider'],
    ['provider/aborted', false, false, 'given-up'],
    ['provider/unreachable', false, true, 'given-up'],
    ['provider/unreachable', true, true, 'passed-over'],
    ['budget/exceeded', false, false, 'budget'],
    ['budget/exceeded', false, true, 'given-up'],
    ['internal', false, false, 'fault'],
  ] as const)('%s, passed over %s, halted %s: %s', (code, passedOver, halted, kind) => {
    expect(failureKind(code, passedOver, halted)).toBe(kind);
  });
});

describe('failureThatEnds', () => {
  const place = (speakerIndex: number, agent: string) =>
    ({ round: 1, speakerIndex, agent, turnKind: 'position' }) as const;
  const start = [
    roundStarted(1, 'positions', ['Athena', 'Apollo', 'Hermes'], 'parallel'),
    turnStarted(place(0, 'Athena')),
    turnStarted(place(1, 'Apollo')),
  ];
  const athena = turnFailed(place(0, 'Athena'), 'internal');
  const apollo = turnFailed(place(1, 'Apollo'), 'provider/server');

  it('is that of the first speaker, whoever failed first', () => {
    const expected = { agent: 'Athena', kind: 'fault', message: 'it failed' };
    expect(failureThatEnds(stateAfter([...start, athena, apollo]))).toEqual(expected);
    expect(failureThatEnds(stateAfter([...start, apollo, athena]))).toEqual(expected);
  });

  it('is none when a person passed over the speaker or stopped the session', () => {
    const skip = { type: 'speaker-skipped', data: { by: 'user', round: 1, agent: 'Apollo' } } as const;
    expect(failureThatEnds(stateAfter([...start, skip, apollo]))).toBeNull();
    const stop = { type: 'stop-requested', data: { by: 'user', synthesis: false } } as const;
    expect(failureThatEnds(stateAfter([...start, stop, athena, apollo]))).toBeNull();
    expect(
      failureThatEnds(stateAfter([...start, turnFailed(place(1, 'Apollo'), 'session/skipped')])),
    ).toBeNull();
  });

  it('sees judge and synthesizer too', () => {
    const judge = { round: 1, speakerIndex: 3, agent: 'Judge', turnKind: 'judgement' } as const;
    const state = stateAfter([...start, turnStarted(judge), turnFailed(judge, 'provider/timeout')]);
    expect(failureThatEnds(state)).toEqual({ agent: 'Judge', kind: 'no-provider', message: 'it failed' });
  });
});
