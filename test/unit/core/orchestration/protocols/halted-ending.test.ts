import { describe, expect, it } from 'vitest';
import { type Run, runSession } from './mini-engine.ts';
import { specification } from './specification.ts';

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
});
