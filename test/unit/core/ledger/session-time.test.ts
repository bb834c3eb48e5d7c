import { describe, expect, it } from 'vitest';
import { type FakeEffects, fakeEffects } from '../../../../core/effects/index.ts';
import { createSessionTime } from '../../../../core/ledger/session-time.ts';
import type { TimeStanding } from '../../../../core/storage/index.ts';

interface Asked {
  readonly usedMs: number;
  readonly wantedMs: number;
}

/** A session of a store that has so many milliseconds left. */
const bench = (capMs: number | null) => {
  const effects: FakeEffects = fakeEffects();
  const asked: Asked[] = [];
  const passed: TimeStanding[] = [];
  const state = { cap: capMs, spent: 0, held: 0 };
  const time = createSessionTime({
    store: {
      reservations: {
        holdTime: async ({ usedMs, wantedMs }: Asked) => {
          asked.push({ usedMs, wantedMs });
          state.spent += state.held > 0 ? Math.min(usedMs, state.held) : usedMs;
          const left = (state.cap ?? Number.POSITIVE_INFINITY) - state.spent;
          state.held = 0;
          if (wantedMs > 0 && left <= 0) {
            const standing = { scope: 'day', key: 'k', cap: state.cap ?? 0, spent: state.spent, reserved: 0 };
            return { kind: 'refused', standing };
          }
          state.held = Math.min(wantedMs, left);
          return { kind: 'granted', ms: state.held };
        },
      },
    } as never,
    clock: effects.clock,
    owner: {} as never,
    sessionId: 's',
    project: 'p',
    caps: () => ({ day: state.cap === null ? {} : { ms: state.cap }, project: {} }),
  });
  const begin = () => time.begin((standing) => passed.push(standing));
  return { effects, asked, passed, state, time, begin };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the time of a session', () => {
  it('is reserved in pieces before it runs, and ends when the cap does', async () => {
    const { effects, passed, state, begin } = bench(2_300);
    expect(await begin()).toBeNull();
    expect(begin()).toBeNull();
    for (let ms = 0; ms < 2_300; ms += 50) {
      expect(passed).toEqual([]);
      expect(state.spent + state.held).toBeLessThanOrEqual(2_300);
      await effects.advance(50);
      await settled();
    }
    expect(passed).toMatchObject([{ cap: 2_300, spent: 2_300 }]);
    expect(await begin()).toMatchObject({ cap: 2_300 });
  });

  it('stands still in a pause, and gives back what it had reserved', async () => {
    const { effects, state, time, begin } = bench(5_000);
    await begin();
    await effects.advance(300);
    time.stop();
    await settled();
    expect(state).toMatchObject({ spent: 300, held: 0 });
    await effects.advance(60_000);
    await settled();
    expect(state.spent).toBe(300);
    expect(await begin()).toBeNull();
    await effects.advance(200);
    time.stop();
    time.stop();
    await settled();
    expect(state).toMatchObject({ spent: 500, held: 0 });
  });

  it('gives back a piece that comes after the session has stopped', async () => {
    const { state, time, begin } = bench(5_000);
    const asking = begin();
    time.stop();
    await asking;
    await settled();
    expect(state).toMatchObject({ spent: 0, held: 0 });
  });

  it('is only counted without a cap, two seconds at a time, and asks nobody before it runs', async () => {
    const { effects, asked, state, time, begin } = bench(null);
    expect(begin()).toBeNull();
    for (const _ of [1, 2]) {
      await effects.advance(2_000);
      await settled();
    }
    await effects.advance(500);
    time.stop();
    await settled();
    expect(asked).toEqual([
      { usedMs: 2_000, wantedMs: 0 },
      { usedMs: 2_000, wantedMs: 0 },
      { usedMs: 500, wantedMs: 0 },
    ]);
    expect(state.spent).toBe(4_500);
  });

  it('asks again when half of a small piece is over, and uses the smallest to its end', async () => {
    const { effects, asked, passed, begin } = bench(400);
    await begin();
    await effects.advance(199);
    await settled();
    expect(asked).toHaveLength(1);
    for (let ms = 199; ms < 400; ms += 1) {
      await effects.advance(1);
      await settled();
    }
    // 400, 200, 100, and 50 to its end.
    expect(asked.map(({ usedMs }) => usedMs)).toEqual([0, 200, 100, 50, 50]);
    expect(passed).toHaveLength(1);
  });

  it('comes under a cap that is set while it runs', async () => {
    const { effects, state, passed, begin } = bench(null);
    begin();
    await effects.advance(400);
    state.cap = 1_000;
    expect(await begin()).toBeNull();
    expect(state).toMatchObject({ spent: 400, held: 600 });
    for (let ms = 0; ms < 700; ms += 50) {
      await effects.advance(50);
      await settled();
    }
    expect(passed).toHaveLength(1);
  });
});
