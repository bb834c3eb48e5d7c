import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import {
  type CircuitBreaker,
  createCircuitBreaker,
  type Pass,
} from '../../../../core/resilience/circuit-breaker.ts';

const opened = () => {
  const effects = fakeEffects();
  const breaker = createCircuitBreaker({ failures: 5, openMs: 30_000 }, effects.clock);
  return { effects, breaker };
};

const passOf = (breaker: CircuitBreaker): Pass => {
  const entry = breaker.enter();
  if (entry.kind === 'refused') throw new Error(`refused for ${entry.waitMs} ms`);
  return entry.pass;
};

const fail = (breaker: CircuitBreaker, times: number) =>
  Array.from({ length: times }, () => passOf(breaker).fail());

describe('createCircuitBreaker', () => {
  it('opens at the fifth failure in a row and says so once', () => {
    const { breaker } = opened();
    expect(fail(breaker, 5)).toEqual([false, false, false, false, true]);
    expect(breaker.enter()).toEqual({ kind: 'refused', waitMs: 30_000 });
  });

  it('counts failures in a row only', () => {
    const { breaker } = opened();
    fail(breaker, 4);
    passOf(breaker).succeed();
    fail(breaker, 4);
    expect(breaker.enter().kind).toBe('go');
  });

  it('lets one probe through when its time is over, and all once the probe is answered', async () => {
    const { breaker, effects } = opened();
    fail(breaker, 5);
    await effects.advance(29_999);
    expect(breaker.enter()).toEqual({ kind: 'refused', waitMs: 1 });
    await effects.advance(1);
    const probe = passOf(breaker);
    expect(breaker.enter().kind).toBe('refused');
    probe.alive();
    expect(breaker.enter().kind).toBe('go');
    probe.succeed();
    expect(fail(breaker, 4)).not.toContain(true);
  });

  it('opens again when the probe fails', async () => {
    const { breaker, effects } = opened();
    fail(breaker, 5);
    await effects.advance(30_000);
    expect(passOf(breaker).fail()).toBe(true);
    expect(breaker.enter()).toEqual({ kind: 'refused', waitMs: 30_000 });
  });

  it('lets another probe follow one that was given up', async () => {
    const { breaker, effects } = opened();
    fail(breaker, 5);
    await effects.advance(30_000);
    passOf(breaker).leave();
    expect(breaker.enter().kind).toBe('go');
  });

  it('learns nothing from calls that began before it opened, nor from a pass that has ended', () => {
    const { breaker } = opened();
    const early = passOf(breaker);
    const late = passOf(breaker);
    fail(breaker, 5);
    expect(early.fail()).toBe(false);
    late.succeed();
    expect(breaker.enter()).toEqual({ kind: 'refused', waitMs: 30_000 });
    expect(early.fail()).toBe(false);
  });
});
