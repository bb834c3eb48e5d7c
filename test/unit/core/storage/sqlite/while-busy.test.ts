import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../../core/effects/index.ts';
import { LOCKED_AFTER_MS, whileBusy } from '../../../../../core/storage/sqlite/while-busy.ts';

const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

/** Moves on by so much with every look. */
const clockOf = (stepMs: number): Clock => {
  let elapsed = 0;
  return {
    now: () => 0,
    elapsed: () => {
      elapsed += stepMs;
      return elapsed;
    },
    sleep: () => Promise.resolve(),
    schedule: () => () => {},
    breathe: () => null,
    stagger: () => null,
  };
};

describe('whileBusy', () => {
  it('tries until it goes', () => {
    let tries = 0;
    const result = whileBusy(clockOf(1), () => {
      tries += 1;
      if (tries < 4) throw busy;
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 4]);
  });

  it('gives up after five seconds', () => {
    let tries = 0;
    expect(() =>
      whileBusy(clockOf(LOCKED_AFTER_MS / 4), () => {
        tries += 1;
        throw busy;
      }),
    ).toThrow(busy);
    expect(tries).toBe(4);
  });

  it('does not try again what failed for another reason', () => {
    let tries = 0;
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    expect(() =>
      whileBusy(clockOf(1), () => {
        tries += 1;
        throw full;
      }),
    ).toThrow(full);
    expect(tries).toBe(1);
  });
});
