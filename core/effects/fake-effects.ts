import type { Cancel, Clock, Effects } from './effects.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

export interface FakeEffects extends Effects {
  /** Moves the clock on by `ms` and fires what is due, in order, letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Timers that wait now; a test that ends with some has leaked them. */
  pendingTimers(): number;
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A clock that stands still until it is moved, and ids that count: the same run gives the same log. */
export const fakeEffects = (startMs = 1_700_000_000_000): FakeEffects => {
  let now = startMs;
  let order = 0;
  let ids = 0;
  const timers = new Set<Timer>();

  const schedule = (ms: number, callback: () => void): Cancel => {
    order += 1;
    const timer: Timer = { at: now + Math.max(0, ms), order, fire: callback };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const sleep: Clock['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const cancel = schedule(ms, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      const onAbort = () => {
        cancel();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  const nextDue = (limit: number): Timer | undefined => {
    let due: Timer | undefined;
    for (const timer of timers) {
      if (timer.at > limit) continue;
      if (!due || timer.at < due.at || (timer.at === due.at && timer.order < due.order)) due = timer;
    }
    return due;
  };

  return {
    clock: {
      now: () => now,
      elapsed: () => now - startMs,
      sleep,
      schedule,
      breathe: () => null,
      stagger: () => null,
    },
    ids: {
      uuid: () => {
        ids += 1;
        return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
      },
    },
    advance: async (ms) => {
      const limit = now + ms;
      await settle();
      for (let timer = nextDue(limit); timer; timer = nextDue(limit)) {
        timers.delete(timer);
        now = timer.at;
        timer.fire();
        await settle();
      }
      now = limit;
    },
    pendingTimers: () => timers.size,
  };
};
