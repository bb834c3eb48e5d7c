import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/real-effects.ts';

const { clock, ids } = realEffects;

describe('realEffects', () => {
  it('has a time of day in milliseconds and one that never goes back', () => {
    expect(Number.isInteger(clock.now())).toBe(true);
    expect(clock.now()).toBeGreaterThan(1_700_000_000_000);
    const before = clock.elapsed();
    expect(clock.elapsed()).toBeGreaterThanOrEqual(before);
  });

  it('sleeps and calls back', async () => {
    await clock.sleep(1);
    await new Promise<void>((resolve) => clock.schedule(1, resolve));
  });

  it('lets what is busy breathe, and timers in between', async () => {
    let breaths = 0;
    let fired = false;
    clock.schedule(0, () => {
      fired = true;
    });
    while (!fired) {
      await clock.breathe();
      breaths += 1;
    }
    expect(breaths).toBeGreaterThan(0);
  });

  it('does not wake at once from a sleep longer than a timer can be', async () => {
    const controller = new AbortController();
    let woke = false;
    const sleeping = clock.sleep(2 ** 40, controller.signal).then(() => {
      woke = true;
    });
    await clock.sleep(5);
    expect(woke).toBe(false);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
  });

  it('rejects at once when it was aborted before, and listens no longer once it is over', async () => {
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...parts: Parameters<typeof add>) => {
      listeners += 1;
      add(...parts);
    };
    signal.removeEventListener = (...parts: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...parts);
    };
    await clock.sleep(1, signal);
    expect(listeners).toBe(0);
    controller.abort(new Error('enough'));
    await expect(clock.sleep(10_000, signal)).rejects.toThrow('enough');
  });

  it('does not call back once cancelled', async () => {
    const cancel = clock.schedule(1, () => expect.unreachable());
    cancel();
    await clock.sleep(5);
  });

  it('makes ids that differ', () => {
    const made = new Set(Array.from({ length: 100 }, () => ids.uuid()));
    expect(made.size).toBe(100);
    for (const id of made)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
