import { describe, expect, it } from 'vitest';
import { roundStarted, spoken, stateAfter } from './state-after.ts';

const measured = (method: 'lexical' | 'stagnation', value: number, met: boolean) => ({
  type: 'convergence-measured' as const,
  data: { round: 1, method, value, threshold: 0.8, met, why: 'because', evidence: {} },
});

describe('foldEvent', () => {
  it('takes convergence back when a later measure of the same method does not meet it', () => {
    const met = stateAfter([roundStarted(1, 'positions'), measured('lexical', 0.9, true)]);
    expect(met.converged).toMatchObject({ method: 'lexical', round: 1 });
    const lost = stateAfter([
      roundStarted(1, 'positions'),
      measured('lexical', 0.9, true),
      measured('lexical', 0.2, false),
    ]);
    expect(lost.converged).toBeNull();
  });

  it('counts rounds without news', () => {
    const still = stateAfter([roundStarted(1, 'positions'), measured('stagnation', 0.95, false)]);
    expect(still.roundsWithoutNews).toBe(1);
    const moved = stateAfter([
      roundStarted(1, 'positions'),
      measured('stagnation', 0.95, false),
      measured('stagnation', 0.1, false),
    ]);
    expect(moved.roundsWithoutNews).toBe(0);
  });

  it('raises the cap while more rounds can have an effect, and not after the cap is on record', () => {
    const extend = { type: 'rounds-extended' as const, data: { by: 'user', rounds: 2 } };
    const limit = { type: 'limit-reached' as const, data: { limit: 'rounds' as const, cap: 3, spent: 3 } };
    expect(stateAfter([extend]).cap).toBe(5);
    expect(stateAfter([limit, extend]).cap).toBe(3);
  });

  it('keeps the first stop, and lets a second one drop the synthesis', () => {
    const stop = (synthesis: boolean) => ({
      type: 'stop-requested' as const,
      data: { by: 'user', synthesis },
    });
    expect(stateAfter([stop(true)]).halt).toMatchObject({ kind: 'stop', synthesis: true });
    expect(stateAfter([stop(true), stop(false)]).halt).toMatchObject({ synthesis: false });
    expect(stateAfter([stop(false), stop(true)]).halt).toMatchObject({ synthesis: false });
  });

  it('lets events pass that no protocol depends on', () => {
    const place = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'position' } as const;
    const events = [roundStarted(1, 'positions'), ...spoken(place)];
    const resumed = {
      type: 'session-resumed' as const,
      data: { reason: 'crash' as const, lost_calls: [], incomplete: [] },
    };
    expect(stateAfter([...events, resumed])).toEqual(stateAfter(events));
  });
});
