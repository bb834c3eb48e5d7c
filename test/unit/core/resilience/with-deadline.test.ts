import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import { withDeadline } from '../../../../core/resilience/with-deadline.ts';

const open = (ms: number) => {
  const effects = fakeEffects();
  const outer = new AbortController();
  return { effects, outer, deadline: withDeadline(outer.signal, ms, effects.clock) };
};

describe('withDeadline', () => {
  it('fires when the time is over, and says so', async () => {
    const { effects, deadline } = open(100);
    await effects.advance(99);
    expect(deadline.signal.aborted).toBe(false);
    await effects.advance(1);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.isOver()).toBe(true);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('passes the reason of the outer signal on and is not over then', async () => {
    const { effects, outer, deadline } = open(100);
    outer.abort('stopped');
    expect(deadline.signal.reason).toBe('stopped');
    expect(deadline.isOver()).toBe(false);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('is aborted from the start when the outer signal already is', () => {
    const effects = fakeEffects();
    const deadline = withDeadline(AbortSignal.abort('earlier'), 100, effects.clock);
    deadline.restart(5);
    expect(deadline.signal.reason).toBe('earlier');
    expect(effects.pendingTimers()).toBe(0);
  });

  it('counts anew with every restart and needs one timer for many of them', async () => {
    const { effects, deadline } = open(100);
    for (let piece = 0; piece < 50; piece += 1) {
      await effects.advance(60);
      deadline.restart(100);
      expect(effects.pendingTimers()).toBe(1);
    }
    expect(deadline.signal.aborted).toBe(false);
    await effects.advance(100);
    expect(deadline.isOver()).toBe(true);
  });

  it('keeps a shorter limit that is set later', async () => {
    const { effects, deadline } = open(10_000);
    deadline.restart(50);
    await effects.advance(50);
    expect(deadline.isOver()).toBe(true);
  });

  it('does not count while it is paused', async () => {
    const { effects, deadline } = open(100);
    deadline.pause();
    await effects.advance(10_000);
    expect(deadline.signal.aborted).toBe(false);
    deadline.restart(100);
    await effects.advance(100);
    expect(deadline.isOver()).toBe(true);
  });

  it('leaves neither timer nor listener behind when it is released', async () => {
    const { effects, outer, deadline } = open(100);
    deadline.release();
    deadline.restart(5);
    expect(effects.pendingTimers()).toBe(0);
    await effects.advance(1_000);
    outer.abort();
    expect(deadline.signal.aborted).toBe(false);
  });
});
