import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/fake-effects.ts';

describe('fakeEffects', () => {
  it('stands still until it is moved', async () => {
    const { clock, advance } = fakeEffects(1_000);
    expect([clock.now(), clock.elapsed()]).toEqual([1_000, 0]);
    await advance(250);
    expect([clock.now(), clock.elapsed()]).toEqual([1_250, 250]);
  });

  it('fires what is due in order of time, then of asking, at its own time', async () => {
    const { clock, advance, pendingTimers } = fakeEffects(0);
    const fired: string[] = [];
    const note = (name: string) => () => fired.push(`${name}@${clock.now()}`);
    clock.schedule(20, note('late'));
    clock.schedule(10, note('first'));
    clock.schedule(10, note('second'));
    clock.schedule(-5, note('now'));
    clock.schedule(500, note('never'));
    await advance(100);
    expect(fired).toEqual(['now@0', 'first@10', 'second@10', 'late@20']);
    expect(pendingTimers()).toBe(1);
    expect(clock.now()).toBe(100);
  });

  it('lets a chain of sleeps run within one move', async () => {
    const { clock, advance } = fakeEffects(0);
    const times: number[] = [];
    const chain = async () => {
      for (let step = 0; step < 4; step += 1) {
        await clock.sleep(10);
        times.push(clock.now());
      }
    };
    const done = chain();
    await advance(35);
    expect(times).toEqual([10, 20, 30]);
    await advance(5);
    await done;
    expect(times).toEqual([10, 20, 30, 40]);
  });

  it('leaves no timer behind when a schedule is cancelled or a sleep aborted', async () => {
    const { clock, advance, pendingTimers } = fakeEffects();
    const cancel = clock.schedule(10, () => expect.unreachable());
    cancel();
    cancel();
    const controller = new AbortController();
    const sleeping = clock.sleep(10, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(clock.sleep(10, controller.signal)).rejects.toThrow('enough');
    expect(pendingTimers()).toBe(0);
    await advance(20);
  });

  it('counts ids, each a UUID of version 4', () => {
    const { ids } = fakeEffects();
    expect([ids.uuid(), ids.uuid()]).toEqual([
      '00000000-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000002',
    ]);
  });
});
