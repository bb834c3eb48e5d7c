import { describe, expect, it } from 'vitest';
import { haltedEnding } from '../../../../../core/orchestration/protocols/halted-ending.ts';
import { failureThatEnds } from '../../../../../core/orchestration/protocols/turn-failure.ts';
import { type Run, runSession } from './mini-engine.ts';
import { specification } from './specification.ts';
import { roundStarted, stateAfter } from './state-after.ts';
import { turnFailed, turnStarted } from './synthetic-turn.ts';

const runWith = (
  input: Parameters<typeof specification>[0],
  act: object | null,
  fails: string | null,
): Run => {
  let done = false;
  return runSession(specification({ max_rounds: 4, convergence: false, ...input }), {
    inputs: (_state, _open, step) => {
      if (done || act === null || step < 6) return [];
      done = true;
      return [act as never];
    },
    say: (turn) =>
      fails !== null && turn.round === 2
        ? { fails }
        : { position: `${turn.agent} ${turn.round}`, answer: 'Sum.' },
  });
};

describe('a session that is ended before its time', () => {
  it('stops with a synthesis where one is wanted, and without one says so', () => {
    const stop = (synthesis: boolean) => ({ type: 'stop-requested', data: { by: 'user', synthesis } });
    const withOne = runWith({}, stop(true), null);
    expect(withOne.ended).toMatchObject({ outcome: 'stopped', topic_final: 'Sum.' });
    expect(withOne.turns.at(-1)?.turnKind).toBe('synthesis');
    const without = runWith({}, stop(false), null);
    expect(without.ended.outcome).toBe('stopped');
    expect(without.ended.topic_final).toContain('No synthesis was written');
    expect(without.turns.some(({ turnKind }) => turnKind === 'synthesis')).toBe(false);
  });

  it('records the time cap before it ends by it, and buys no synthesis', () => {
    const run = runWith({}, { type: 'deadline-passed', data: { cap: 1, elapsed: 1.2 } }, null);
    expect(run.events.map(({ type }) => type)).toContain('limit-reached');
    expect(run.ended.outcome).toBe('budget-exhausted');
    expect(run.turns.some(({ turnKind }) => turnKind === 'synthesis')).toBe(false);
  });

  it('ends for want of a provider, or by a fault of ours', () => {
    expect(runWith({}, null, 'provider/no-key').ended.outcome).toBe('no-provider');
    expect(runWith({}, null, 'internal').ended.outcome).toBe('failed');
  });

  it('ends by a cap and not by a failure, whichever of two parallel turns met first', () => {
    const place = (speakerIndex: number, agent: string) =>
      ({ round: 1, speakerIndex, agent, turnKind: 'position' }) as const;
    const begun = [
      roundStarted(1, 'positions', ['Athena', 'Apollo'], 'parallel'),
      turnStarted(place(0, 'Athena')),
      turnStarted(place(1, 'Apollo')),
    ];
    const failure = turnFailed(place(0, 'Athena'), 'provider/server');
    const limit = [
      { type: 'limit-reached', data: { limit: 'tokens', cap: 100, spent: 90, needed: 20 } },
      turnFailed(place(1, 'Apollo'), 'budget/exceeded'),
    ] as const;
    for (const events of [
      [...begun, failure, ...limit],
      [...begun, ...limit, failure],
    ]) {
      const state = stateAfter(events);
      const ending = haltedEnding(state, failureThatEnds(state), () => null);
      expect(ending).toMatchObject({ kind: 'finish', outcome: 'budget-exhausted' });
    }
  });
});
